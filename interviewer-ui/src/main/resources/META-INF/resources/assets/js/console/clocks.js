// Clocks that tick without the server, on the server's time.
import { now } from './server-time.js';

const tickers = new Set();
setInterval(() => {
  for (const ticker of tickers) ticker.tick();
}, 250);

export const write = (element, words) => {
  if (element.textContent !== words) element.textContent = words;
};

/** Minutes and seconds, such as 7:04 or 61:10. */
const time = (milliseconds) => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

class Ticking extends HTMLElement {
  connectedCallback() {
    tickers.add(this);
    this.tick();
  }

  disconnectedCallback() {
    tickers.delete(this);
  }

  attributeChangedCallback() {
    this.tick();
  }

  number(attribute) {
    return Number(this.getAttribute(attribute) ?? 0);
  }
}

/** What was spent of what was planned. */
export class Clock extends Ticking {
  static observedAttributes = ['spent', 'since', 'planned'];

  tick() {
    const since = this.getAttribute('since');
    const total = this.number('spent') + (since ? Math.max(0, now() - Number(since)) : 0);
    const planned = this.number('planned');
    const over = planned > 0 && total > planned;
    write(this, time(total));
    if (this.hasAttribute('data-late') !== over) this.toggleAttribute('data-late', over);
    const title = over ? `${this.dataset.over} ${time(total - planned)}` : '';
    if (this.title !== title) this.title = title;
  }
}

/** Whether the round will end in time. */
export class Pace extends Ticking {
  static observedAttributes = ['end', 'ahead', 'open-ends'];

  tick() {
    const open = Math.max(0, this.number('open-ends') - now());
    const spare = this.number('end') - now() - open - this.number('ahead');
    const minutes = Math.trunc(spare / 60000);
    const words = minutes > 0 ? this.dataset.spare : minutes < 0 ? this.dataset.late : this.dataset.even;
    write(this, (words ?? '').replace('{0}', String(Math.abs(minutes))));
  }
}
