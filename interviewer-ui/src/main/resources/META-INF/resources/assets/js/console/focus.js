// Keeps the focus where the work is.

const FOCUSABLE = 'button, input, textarea, select, a[href], summary, [tabindex]';
const HEADINGS = 'h1, h2, h3';

/** What changes everybody's screen, or opens a camera, takes the focus only from whoever puts it there. */
const OF_EVERYBODY = 'live-call, .steps, #start, .debrief-go, .debrief-steps, .debrief-end, .sheet > .row';

/** Where one kind of work ends: the next thing beyond is not beside anything in here. */
const FAR = 'main, .right, .columns, .clock-bar';

export const shown = (element) => Boolean(element) && element.checkVisibility();

export const typing = (target) =>
  target.isContentEditable ||
  target.matches?.('textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=button])');

const takes = (element) => shown(element) && !element.disabled;

/** Remembers where the focus is, and puts it beside that place when the place goes away. */
export class Focus {
  /** What has the focus, and everything around it, from the inside out; nothing once somebody left it of their own will. */
  #path = [];

  /** @param root the console  @param lost is told when a field goes away in which somebody writes */
  constructor(root, lost) {
    this.root = root;
    this.lost = lost;
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

  /** The first of these places that is in sight; but nobody is taken out of a field in which they write. */
  on(places) {
    requestAnimationFrame(() => {
      const at = document.activeElement;
      if (at && typing(at) && takes(at) && this.root.contains(at)) return;
      const all = places.split('|').flatMap((place) => [...this.root.querySelectorAll(place)]);
      all.find(takes)?.focus();
    });
  }

  /**
   * Where the focus was is out of sight or gone: the next thing beside it takes the focus, or else the nearest heading. In the
   * place of a field it is always a heading, at which letters and Space do nothing.
   */
  keep() {
    const [last, ...around] = this.#path;
    const at = document.activeElement;
    if (!last || (at && at !== document.body && takes(at))) return;
    if (last.isConnected && takes(last)) return last.focus({ preventScroll: true });
    const wrote = typing(last);
    const far = around.findIndex((place) => place.matches(FAR));
    const near = wrote || last.matches('[tabindex="-1"]') ? [] : around.slice(0, far < 0 ? undefined : far);
    const beside = this.#in(near, FOCUSABLE, (one) => takes(one) && !one.closest(OF_EVERYBODY));
    const heading = () => this.#in([...around, this.root.querySelector('main'), this.root], HEADINGS, (one) => shown(one) && !one.closest('live-call'));
    const next = beside ?? this.#focusable(heading()) ?? this.root.querySelector('main');
    next?.focus({ preventScroll: true });
    if (wrote) this.lost();
  }

  #in(places, selector, fits) {
    return places
      .filter((place) => place?.isConnected && shown(place))
      .flatMap((place) => [...place.querySelectorAll(selector)])
      .find(fits);
  }

  #focusable(heading) {
    if (heading && !heading.hasAttribute('tabindex')) heading.setAttribute('tabindex', '-1');
    return heading;
  }
}
