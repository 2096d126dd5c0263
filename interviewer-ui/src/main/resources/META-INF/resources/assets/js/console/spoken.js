// What a screen reader hears of the console: one polite place for all of it.

/** Words that are the same twice are heard twice only when there was nothing in between. */
const EMPTY_FOR = 80;

/** Says something at the console that an element is part of. */
export const speak = (element, words) => element.closest('interview-console')?.querySelector('interview-spoken')?.say(words);

export class Spoken extends HTMLElement {
  static observedAttributes = ['words'];

  attributeChangedCallback(name, before, value) {
    this.say(value.replace(/^\d+ /, ''));
  }

  /** What comes while something waits to be said is said with it. */
  say(words) {
    this.waiting = this.waiting ? `${this.waiting} ${words}` : words;
    this.textContent = '';
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.textContent = this.waiting;
      this.waiting = '';
    }, EMPTY_FOR);
  }
}
