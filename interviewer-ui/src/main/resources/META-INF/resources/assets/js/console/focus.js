// Keeps the focus where the work is.

const FOCUSABLE = 'button, input, textarea, select, a[href], summary, [tabindex]';

export const shown = (element) => Boolean(element) && element.checkVisibility();

const takes = (element) => shown(element) && !element.disabled;

/** Remembers where the focus is, and puts it beside that place when the place goes away. */
export class Focus {
  /** What has the focus, and everything around it, from the inside out; nothing once somebody left it of their own will. */
  #path = [];

  /** @param root the console */
  constructor(root) {
    this.root = root;
    root.addEventListener('focusin', ({ target }) => (this.#path = this.#around(target)));
    // Whoever presses beside everything leaves of their own will.
    root.addEventListener('pointerdown', ({ target }) => target.closest(`${FOCUSABLE}, label`) ?? this.release(), { capture: true });
  }

  /** From now on nobody looks for what had the focus. */
  release() {
    this.#path = [];
  }

  #around(element) {
    const path = [];
    for (let one = element; one && one !== this.root; one = one.parentElement) path.push(one);
    return path;
  }

  /** The first of these places that is in sight. */
  on(places) {
    requestAnimationFrame(() => {
      const all = places.split('|').flatMap((place) => [...this.root.querySelectorAll(place)]);
      all.find(takes)?.focus();
    });
  }

  /** Where the focus was is out of sight or gone: the next thing beside it takes the focus. */
  keep() {
    const [last, ...around] = this.#path;
    const at = document.activeElement;
    if (!last || (at && at !== document.body && takes(at))) return;
    const beside = around
      .filter((place) => place.isConnected && shown(place))
      .flatMap((place) => [...place.querySelectorAll(FOCUSABLE)])
      .find(takes);
    const next = takes(last) && last.isConnected ? last : (beside ?? this.root.querySelector('main'));
    next?.focus({ preventScroll: true });
  }
}
