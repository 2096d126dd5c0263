// The keyboard: what only moves the focus is done here, everything else by the server.
import { shown, typing } from './focus.js';
import { lost } from './waiting.js';

/** Brackets are hard to reach on many keyboards. */
const SAME = { '.': ']', ',': '[' };

/** Keys that only move the focus, or reach what lies in the browser already. Each answers whether there was anything to do. */
const HERE = {
  '?': (keyboard) => keyboard.map.toggle(),
  n: (keyboard) => keyboard.to('interview-note textarea') || keyboard.noField(),
  y: (keyboard) => keyboard.click('live-call [data-call=mute]'),
  g: (keyboard) => keyboard.to('.agenda-row[data-shown]') || keyboard.to('.agenda-row'),
  ArrowUp: (keyboard, target) => keyboard.along(target, -1),
  ArrowDown: (keyboard, target) => keyboard.along(target, 1),
  ArrowLeft: (keyboard, target) => keyboard.across(target, -1),
  ArrowRight: (keyboard, target) => keyboard.across(target, 1),
  Escape: (keyboard, target) => keyboard.leave(target),
};

const ALSO_WHILE_TYPING = new Set(['Escape']);

/** As the server calls a key; nothing for what is the browser's own, such as taking back what was typed. */
const named = (event) => {
  const bracket = event.key === '[' || event.key === ']';
  const control = event.ctrlKey || event.metaKey;
  if (control && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'z') return 'Ctrl+Z';
  // On some keyboards brackets take Ctrl and Alt.
  if (event.metaKey || ((event.ctrlKey || event.altKey) && !bracket)) return '';
  return SAME[event.key] ?? event.key;
};

export class Keyboard {
  /** Whether the last key in a field was one that ends the writing in it. */
  #done = false;

  /** @param root the console  @param map the overlay with all keys  @param focuses who keeps the focus  @param hush who takes words that have no field */
  constructor(root, map, focuses, hush) {
    this.root = root;
    this.map = map;
    this.focuses = focuses;
    this.hush = hush;
    root.addEventListener('focusin', ({ target }) => {
      if (target.closest('.agenda-row')) this.shownAtRow = this.#shown;
      // Whoever puts the focus somewhere has seen where they are.
      if (!target.matches('h1, h2, h3, main')) this.hush.end();
    });
    root.addEventListener('pointerdown', () => this.hush.end());
  }

  /** The question that is on the screen. */
  get #shown() {
    return this.root.querySelector('.agenda-row[data-shown]')?.dataset.question ?? '';
  }

  /** A field went away while somebody wrote in it, and not because they were done. */
  fieldLost() {
    if (!this.#done) this.hush.begin('gone', false);
  }

  /** Whoever wants to write and cannot must not do something else with what they type. */
  noField() {
    this.hush.begin('noField', true);
    return true;
  }

  /** Keys that were pressed while this was loaded, see Shell: in their order, and those after n as words of the note. */
  catchUp() {
    const early = window.threeshiftEarly?.() ?? [];
    delete window.threeshiftEarly;
    // Once the page stands: this element is connected before Vaadin has told it everything, and before the caret is back in
    // a note where it was.
    const replay = () => early.forEach((key) => this.#replay(key));
    if (early.length) requestAnimationFrame(() => requestAnimationFrame(replay));
  }

  #replay(key) {
    const field = document.activeElement;
    if (field && typing(field)) {
      if (key.length === 1) {
        field.setRangeText(key, field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
    } else {
      (field ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  }

  press(event) {
    const key = named(event);
    if (!key || event.defaultPrevented || event.isComposing) return;
    if (typing(event.target)) this.#done = key === 'Enter' || key === 'Escape';
    else if (this.hush.takes(key)) return event.preventDefault();
    if (this.#inList(event, key)) return event.preventDefault();
    if (typing(event.target) && !ALSO_WHILE_TYPING.has(key)) return;
    if (HERE[key]) {
      if (HERE[key](this, event.target)) event.preventDefault();
    } else if (this.#known.has(key) && !event.repeat) {
      event.preventDefault();
      this.#send(key);
    }
  }

  /** The server says which keys it knows. */
  get #known() {
    return new Set((this.root.getAttribute('keys') ?? '').split(' '));
  }

  /** What only makes sense to whoever sees what comes of it. */
  get #blind() {
    return new Set((this.root.getAttribute('moves') ?? '').split(' '));
  }

  #send(key) {
    if (lost(this.root.querySelector('interview-notice')) && this.#blind.has(key)) return this.root.notice.say('offline', key);
    const at = document.activeElement;
    const scale = at?.closest?.('.scale');
    // A row is meant for as long as nothing else has come to the screen since somebody went to it.
    const row = this.shownAtRow === this.#shown ? (at?.closest?.('.agenda-row')?.dataset.question ?? '') : '';
    const number = this.root.number();
    this.root.querySelector('interview-waiting')?.key(number, key);
    this.root.dispatchEvent(new CustomEvent('console-key', { detail: { key, row, number, pressed: performance.now() } }));
    if (scale && '012345'.includes(key)) this.toScale(scale, 1);
  }

  to(place) {
    const to = this.root.querySelector(place);
    if (!shown(to)) return false;
    to.focus();
    return true;
  }

  /** The focus stays where it is. */
  click(place) {
    const button = this.root.querySelector(place);
    if (!shown(button)) return false;
    button.click();
    return true;
  }

  along(target, step) {
    const row = target.closest?.('.agenda-row');
    if (row) {
      const rows = [...this.root.querySelectorAll('.agenda-row')];
      rows[rows.indexOf(row) + step]?.focus();
      return true;
    }
    if (target.closest?.('.judgements, .verdicts')) return false;
    const current = this.root.querySelector('.scale[data-current]');
    if (!shown(current)) return false;
    return this.toScale(current, target.closest?.('.scale') ? step : 0);
  }

  toScale(from, step) {
    const scales = [...this.root.querySelectorAll('.scale:not([data-unprobed])')];
    const to = scales[Math.min(Math.max(scales.indexOf(from) + step, 0), scales.length - 1)];
    const radio = to?.querySelector('input:checked') ?? to?.querySelector('input');
    radio?.focus();
    return Boolean(radio);
  }

  /** Between levels and judgements without choosing: each choice is saved. A verdict is not, so there arrows choose. */
  across(target, step) {
    const group = target.closest?.('[role=radiogroup]');
    if (!group) {
      const current = this.root.querySelector('.scale[data-current]');
      return shown(current) ? this.toScale(current, 0) : false;
    }
    if (group.matches('.verdicts')) return false;
    const radios = [...group.querySelectorAll('input')];
    radios[radios.indexOf(target) + step]?.focus();
    return true;
  }

  leave(target) {
    if (this.map.open) return this.map.toggle();
    const left = target.closest?.('.editing, .adding')?.querySelector('.leave');
    if (left) {
      left.click();
      return true;
    }
    if (!typing(target)) return false;
    this.focuses.release();
    target.blur();
    return true;
  }

  /** Up and down in a list that is searched, from the field of search to what was found; Enter in the field goes there too. */
  #inList(event, key) {
    const list = event.target.closest?.('.adding');
    if (!list || !['ArrowUp', 'ArrowDown', 'Enter'].includes(key)) return false;
    const stops = [...list.querySelectorAll('input, .found button')].filter(shown);
    const at = stops.indexOf(event.target);
    if (at < 0 || (key === 'Enter' && at > 0)) return false;
    stops[at + (key === 'ArrowUp' ? -1 : 1)]?.focus();
    return true;
  }
}

/** The overlay with all keys. */
export class KeyMap {
  #before;

  constructor(root) {
    this.root = root;
  }

  get #map() {
    return this.root.querySelector('#key-map');
  }

  get open() {
    return !this.#map.hidden;
  }

  toggle() {
    const map = this.#map;
    if (map.hidden) {
      this.#before = document.activeElement;
      map.hidden = false;
      map.focus({ preventScroll: true });
    } else {
      map.hidden = true;
      (this.#before?.isConnected ? this.#before : document.body).focus?.();
    }
    return true;
  }
}
