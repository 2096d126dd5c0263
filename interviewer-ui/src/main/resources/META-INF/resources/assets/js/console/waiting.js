// What was entered and no server has heard yet, in words.
import { speak } from './spoken.js';

const LOOK = 500;
/** An answer usually takes some milliseconds. */
const OVERDUE = 2_000;
const SHORT = 60;

const lineOf = (element) => element.closest('interview-console')?.querySelector('interview-saved');

/** Whether the line to the server is lost, as the console says it. */
export const lost = (element) => lineOf(element)?.dataset.state === 'lost';

/**
 * Each key has a number, and the server says up to which number it has heard them. Notes that were handed in wait until they are
 * confirmed. As long as the line stands, the screen shows everything at its place and nothing stands here.
 */
export class Waiting extends HTMLElement {
  #entries = new Map();

  connectedCallback() {
    this.follow = () => this.draw();
    document.addEventListener('line', this.follow);
  }

  disconnectedCallback() {
    document.removeEventListener('line', this.follow);
    clearInterval(this.looking);
  }

  get words() {
    return (this.read ??= JSON.parse(this.dataset.words));
  }

  key(number, key) {
    const level = /^[0-5]$/.test(key);
    this.#add(number, level ? this.#level(key) : (this.words[key] ?? this.words.other.replace('{0}', key)), level);
  }

  note(id, text) {
    const words = text.trim();
    this.#add(id, this.words.note.replace('{0}', words.length > SHORT ? `${words.slice(0, SHORT)}…` : words));
  }

  /** @param number all keys up to this one were heard */
  heard(number) {
    for (const one of [...this.#entries.keys()]) if (typeof one === 'number' && one <= number) this.#entries.delete(one);
    this.draw();
  }

  settled(note) {
    this.#entries.delete(note);
    this.draw();
  }

  #add(id, words, level = false) {
    this.#entries.set(id, { words, level, at: performance.now() });
    if (lost(this)) speak(this, this.words.one.replace('{0}', words));
    this.looking ??= setInterval(() => this.draw(), LOOK);
    this.draw();
  }

  /** As the server will take it: each level moves on to the next shift, and stays on the last. */
  #level(key) {
    const scales = [...(this.closest('interview-console')?.querySelectorAll('.scale:not([data-unprobed])') ?? [])];
    const before = [...this.#entries.values()].filter((entry) => entry.level).length;
    const at = scales.findIndex((scale) => scale.hasAttribute('data-current'));
    const shift = scales[Math.min(at + before, scales.length - 1)]?.dataset.name ?? '';
    return this.words[key].replace('{0}', shift);
  }

  draw() {
    const entries = [...this.#entries.values()];
    const overdue = entries.some((entry) => performance.now() - entry.at > OVERDUE);
    const shown = entries.length > 0 && (overdue || lost(this));
    const words = shown ? `${this.words.all} ${entries.map((entry) => entry.words).join(' ')}` : '';
    if (this.textContent !== words) this.textContent = words;
    if (entries.length || !this.looking) return;
    clearInterval(this.looking);
    this.looking = undefined;
  }
}
