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

  /** What a clock shows now: a stretch that runs, and what was before. It stands while nothing runs. */
  passed(spent, since) {
    const running = this.hasAttribute(since) ? Math.max(0, now() - this.number(since)) : 0;
    return this.number(spent) + running;
  }
}

/** What was spent of what was planned, and by how much it is over. */
export class Clock extends Ticking {
  static observedAttributes = ['spent', 'since', 'planned'];

  tick() {
    const total = this.passed('spent', 'since');
    const planned = this.number('planned');
    const over = planned > 0 && total > planned ? `+${time(total - planned)}` : '';
    write(this, time(total));
    if ((this.dataset.late ?? '') === over) return;
    if (over) this.dataset.late = over;
    else delete this.dataset.late;
    this.title = over ? `${this.dataset.over} ${over.slice(1)}` : '';
  }
}

/** Whether the round will end in time, and which questions still fit into it. */
export class Pace extends Ticking {
  static observedAttributes = ['round-spent', 'round-since', 'table-spent', 'table-since', 'table-planned', 'ahead'];

  tick() {
    const left = this.number('round-planned') - this.passed('round-spent', 'round-since');
    const table = Math.max(0, this.number('table-planned') - this.passed('table-spent', 'table-since'));
    const minutes = (ahead) => Math.trunc((left - table - ahead) / 60000);
    const spare = minutes(this.number('ahead'));
    const words = spare > 0 ? this.dataset.spare : spare < 0 ? this.dataset.late : this.dataset.even;
    write(this, (words ?? '').replace('{0}', String(Math.abs(spare))));
    for (const fit of this.parentElement?.querySelectorAll('interview-fit') ?? []) {
      const fits = minutes(Number(fit.getAttribute('ahead'))) >= 0;
      write(fit, fits ? fit.dataset.fits : fit.dataset.not);
      fit.classList.toggle('sr-only', fits);
    }
  }
}
