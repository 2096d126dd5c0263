// What was entered and is not saved, over the death of a server.
import { store } from './kept.js';
import { speak } from './spoken.js';

const HEARD_AFTER = 3_000;

/** Lies in this tab as long as the server has not saved it, and is handed in again by the next page. */
export class Carried extends HTMLElement {
  static observedAttributes = ['entries'];

  connectedCallback() {
    requestAnimationFrame(() => this.handIn());
  }

  disconnectedCallback() {
    window.Vaadin?.connectionState?.removeStateChangeListener(this.follow);
    this.console?.removeEventListener('console-key', this.onKey);
  }

  attributeChangedCallback(_name, _before, entries) {
    // Before the first page has handed in what the last one left, nothing is written over it.
    if (this.handed) store.write(this.slot_, entries || null);
  }

  get slot_() {
    return `threeshift.carried.${this.getAttribute('whose')}`;
  }

  get keys_() {
    return `threeshift.keys-lost.${this.getAttribute('whose')}`;
  }

  handIn() {
    if (this.handed) return;
    this.handed = true;
    const entries = store.read(this.slot_);
    store.write(this.slot_, this.getAttribute('entries') || null);
    if (entries) this.dispatchEvent(new CustomEvent('carried', { detail: entries }));
    this.listen();
  }

  /** Keys that are pressed while no server hears them go on with the line, or else are lost with the page: then it says so. */
  listen() {
    const lost = store.read(this.keys_);
    if (lost) {
      this.textContent = this.dataset.lost.replace('{0}', lost);
      speak(this, this.textContent);
      store.write(this.keys_, null);
    }
    this.console = this.closest('interview-console');
    this.onKey = (event) => {
      this.textContent = '';
      if (this.unheard()) store.write(this.keys_, [store.read(this.keys_), event.detail.key].filter(Boolean).join(' '));
    };
    this.console?.addEventListener('console-key', this.onKey);
    // A server that does not know this page says so with its first answer, and the page goes: then they were not heard.
    this.follow = () => setTimeout(() => this.unheard() || store.write(this.keys_, null), HEARD_AFTER);
    window.Vaadin?.connectionState?.addStateChangeListener(this.follow);
  }

  unheard() {
    const state = window.Vaadin?.connectionState?.state;
    return state === 'reconnecting' || state === 'connection-lost';
  }
}
