// The parts of the console that must not wait for the server: keys, clocks, and words that are not saved yet.
import { Carried } from './console/carried.js';
import { Clock, Pace } from './console/clocks.js';
import { Focus, shown } from './console/focus.js';
import { Hush } from './console/hush.js';
import { KeyMap, Keyboard } from './console/keyboard.js';
import { store } from './console/kept.js';
import { Note } from './console/note.js';
import { Notice } from './console/notice.js';
import { Saved } from './console/saved.js';
import { hear, onGap } from './console/server-time.js';
import { Spoken } from './console/spoken.js';
import { Waiting, lost } from './console/waiting.js';

const ASK_FOR_THE_TIME = 60_000;

/** Buttons that do what the keys do which nobody should press without seeing what comes of it. */
const MOVES = '.steps button, .agenda-row, .question-state button, .debrief-go button, .debrief-step, .sheet > .row button';

class Console extends HTMLElement {
  static observedAttributes = ['server-now', 'heard', 'changes-at'];

  /** The number of the last thing that was sent. */
  sent = 0;

  connectedCallback() {
    this.focuses ??= new Focus(this, () => this.keyboard.fieldLost());
    this.map ??= new KeyMap(this);
    this.keyboard ??= new Keyboard(this, this.map, this.focuses, new Hush(() => this.notice));
    this.onKey = (event) => this.keyboard.press(event);
    this.onClick = (event) => this.click(event);
    this.onMove = (event) => this.move(event);
    this.onInput = (event) => this.keep(event.target);
    document.addEventListener('keydown', this.onKey);
    this.keyboard.catchUp();
    this.addEventListener('click', this.onClick);
    this.addEventListener('click', this.onMove, { capture: true });
    this.addEventListener('input', this.onInput);
    this.restoring = new MutationObserver(() => {
      this.focuses.keep();
      this.restore();
    });
    this.restoring.observe(this, { childList: true, subtree: true, attributeFilter: ['data-kept', 'data-held', 'hidden', 'disabled'] });
    this.asking = setInterval(() => this.askForTheTime(), ASK_FOR_THE_TIME);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.onKey);
    this.removeEventListener('click', this.onClick);
    this.removeEventListener('click', this.onMove, { capture: true });
    this.removeEventListener('input', this.onInput);
    this.restoring.disconnect();
    clearInterval(this.asking);
    clearTimeout(this.change);
  }

  attributeChangedCallback(name, before, value) {
    if (name === 'server-now') return hear(Number(value));
    if (name === 'changes-at') return this.lookAt(value);
    this.querySelector('interview-waiting')?.heard?.(Number(value));
    document.dispatchEvent(new Event('heard'));
  }

  get notice() {
    return this.querySelector('interview-notice');
  }

  /** Of the next thing that is sent. What the server hears it hears in order. */
  number() {
    return ++this.sent;
  }

  /** Whether the server has heard everything that was sent. */
  get heardAll() {
    return Number(this.getAttribute('heard') ?? 0) >= this.sent;
  }

  /** Looks again when the clock alone changes what is shown. A timer holds at most 24 days. */
  lookAt(moment) {
    clearTimeout(this.change);
    if (!moment) return;
    const left = Number(moment) - Number(this.getAttribute('server-now') ?? Date.now());
    this.change = setTimeout(() => this.askForTheTime(true), Math.min(left + 200, 86_400_000));
  }

  askForTheTime(anyway = false) {
    if (anyway || document.visibilityState === 'visible') this.dispatchEvent(new CustomEvent('console-time', { detail: { number: this.number() } }));
  }

  move(event) {
    const button = event.target.closest(MOVES);
    if (!button || !lost(this.notice)) return;
    event.stopPropagation();
    event.preventDefault();
    this.notice.say('offline', button.innerText.replace(/\s+/g, ' ').trim());
  }

  click(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.hasAttribute('data-opens-map') || button.hasAttribute('data-closes-map')) this.map.toggle();
    if (button.hasAttribute('data-copies')) {
      const link = button.parentElement.querySelector('input');
      link.select();
      const done = () => {
        const words = button.textContent;
        button.textContent = button.dataset.copied;
        setTimeout(() => (button.textContent = words), 1500);
      };
      if (navigator.clipboard) navigator.clipboard.writeText(link.value).then(done, () => {});
      else if (document.execCommand('copy')) done();
    }
  }

  /** Called by the server. */
  focusOn(places) {
    this.focuses.on(places);
  }

  /** Longer texts outlive a reload, too. */
  keep(field) {
    if (field.dataset.kept) store.write(field.dataset.kept, field.value || null);
  }

  restore() {
    for (const field of this.querySelectorAll('[data-kept]')) {
      if (field.restored || !shown(field)) continue;
      field.restored = true;
      const kept = store.read(field.dataset.kept);
      if (field.type === 'radio') {
        if (kept === field.value && !field.checked) field.click();
      } else if (kept && !field.value) {
        field.value = kept;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
  }
}

/** The theme was chosen in another window. */
addEventListener('storage', ({ key, newValue }) => {
  if (key !== 'threeshift.theme') return;
  if (newValue === 'light' || newValue === 'dark') document.documentElement.dataset.theme = newValue;
  else delete document.documentElement.dataset.theme;
});

/** The line is back, perhaps to a server that does not know this console: Vaadin learns it by asking, and loads the page anew. */
document.addEventListener('line', (event) => {
  if (event.detail === 'stands') document.querySelector('interview-console')?.askForTheTime(true);
});

onGap(() => document.querySelector('interview-console')?.askForTheTime());
document.addEventListener('visibilitychange', () => document.querySelector('interview-console')?.askForTheTime());

customElements.define('interview-clock', Clock);
customElements.define('interview-pace', Pace);
customElements.define('interview-note', Note);
customElements.define('interview-notice', Notice);
customElements.define('interview-waiting', Waiting);
customElements.define('interview-saved', Saved);
customElements.define('interview-spoken', Spoken);
customElements.define('interview-carried', Carried);
customElements.define('interview-console', Console);
