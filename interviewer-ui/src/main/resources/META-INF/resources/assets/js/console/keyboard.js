// The keyboard: what only moves the focus is done here, everything else by the server.
import { shown } from './focus.js';

// Brackets are hard to reach on many keyboards.
const SAME = { '.': ']', ',': '[' };

export const typing = (target) =>
  target.isContentEditable ||
  target.matches?.('textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=button])');

export class Keyboard {
  /** @param root the console  @param map the overlay with all keys */
  constructor(root, map) {
    this.root = root;
    this.map = map;
  }

  /** Keys that were pressed while this was loaded, see Shell: in their order, and those after n as words of the note. */
  catchUp() {
    const early = window.threeshiftEarly?.() ?? [];
    delete window.threeshiftEarly;
    // Once the page stands: this element is connected before Vaadin has told it everything.
    if (early.length) requestAnimationFrame(() => early.forEach((key) => this.#replay(key)));
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
    const bracket = event.key === '[' || event.key === ']';
    const modified = event.metaKey || ((event.ctrlKey || event.altKey) && !bracket);
    if (event.defaultPrevented || modified || event.isComposing) return;
    if (event.key === 'Escape') return this.#escape(event);
    if (typing(event.target)) return;
    if (this.#move(event)) return event.preventDefault();
    const key = SAME[event.key] ?? event.key;
    if (!this.#known.has(key) || event.repeat) return;
    event.preventDefault();
    const scale = document.activeElement?.closest?.('.scale');
    this.root.dispatchEvent(new CustomEvent('console-key', { detail: key }));
    if (scale && '012345'.includes(key)) this.#toScale(scale, 1);
  }

  /** The server says which keys it knows. */
  get #known() {
    return new Set(this.root.getAttribute('keys') ?? '');
  }

  /** Keys that only move the focus stay in the browser. */
  #move(event) {
    switch (event.key) {
      case '?':
        this.map.toggle();
        return true;
      case 'n':
        return this.#to('interview-note textarea');
      case 'g':
        return this.#to('.agenda-row[data-shown]') || this.#to('.agenda-row');
      case 'ArrowUp':
      case 'ArrowDown':
        return this.#along(event.target, event.key === 'ArrowUp' ? -1 : 1);
      case 'ArrowLeft':
      case 'ArrowRight':
        return this.#across(event.target, event.key === 'ArrowLeft' ? -1 : 1);
      default:
        return false;
    }
  }

  #to(place) {
    const to = this.root.querySelector(place);
    if (!shown(to)) return false;
    to.focus();
    return true;
  }

  #along(target, step) {
    const row = target.closest?.('.agenda-row');
    if (row) {
      const rows = [...this.root.querySelectorAll('.agenda-row')];
      rows[rows.indexOf(row) + step]?.focus();
      return true;
    }
    if (target.closest?.('.judgements, .verdicts')) return false;
    const current = this.root.querySelector('.scale[data-current]');
    if (!shown(current)) return false;
    return this.#toScale(current, target.closest?.('.scale') ? step : 0);
  }

  #toScale(from, step) {
    const scales = [...this.root.querySelectorAll('.scale:not([data-unprobed])')];
    const to = scales[Math.min(Math.max(scales.indexOf(from) + step, 0), scales.length - 1)];
    const radio = to?.querySelector('input:checked') ?? to?.querySelector('input');
    radio?.focus();
    return Boolean(radio);
  }

  /** Between levels and judgements without choosing: each choice is saved. A verdict is not, so there arrows choose. */
  #across(target, step) {
    const group = target.closest?.('[role=radiogroup]');
    if (!group) {
      const current = this.root.querySelector('.scale[data-current]');
      return shown(current) ? this.#toScale(current, 0) : false;
    }
    if (group.matches('.verdicts')) return false;
    const radios = [...group.querySelectorAll('input')];
    radios[radios.indexOf(target) + step]?.focus();
    return true;
  }

  #escape(event) {
    if (this.map.open) {
      this.map.toggle();
      event.preventDefault();
    } else if (typing(event.target)) {
      event.target.closest('.editing')?.querySelector('.leave')?.click();
      event.target.blur();
    }
  }
}

/** The overlay with all keys. */
export class KeyMap {
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
      this.before = document.activeElement;
      map.hidden = false;
      map.focus({ preventScroll: true });
    } else {
      map.hidden = true;
      (this.before?.isConnected ? this.before : document.body).focus?.();
    }
  }
}
