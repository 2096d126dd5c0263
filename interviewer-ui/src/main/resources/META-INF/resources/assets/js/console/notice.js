// What the browser itself has to say about a key, over the screen and to a screen reader.
import { speak } from './spoken.js';

const STANDS = 6_000;

/** Its sentences are attributes; {0} is the key. */
export class Notice extends HTMLElement {
  say(which, key = '') {
    const words = this.dataset[which].replace('{0}', key);
    clearTimeout(this.going);
    this.going = setTimeout(() => this.clear(), STANDS);
    if (this.textContent === words) return;
    this.textContent = words;
    speak(this, words);
  }

  clear() {
    clearTimeout(this.going);
    this.textContent = '';
  }
}
