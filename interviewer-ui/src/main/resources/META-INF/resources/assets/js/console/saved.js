// What only the browser knows about saving.
import { speak } from './spoken.js';

/** How often the server is asked whether it has heard everything, while Vaadin says that it does not reach it. */
const ASK_AGAIN = 2_000;

const vaadin = () => window.Vaadin?.connectionState;

const reached = () => ['connected', 'loading'].includes(vaadin()?.state ?? 'connected');

/** Whether something is on its way, which only the browser knows; and whether the line stands, as here.js knows it. */
export class Saved extends HTMLElement {
  connectedCallback() {
    this.follow = () => this.show();
    this.onHeard = () => this.heard();
    vaadin()?.addStateChangeListener(this.follow);
    document.addEventListener('line', this.follow);
    document.addEventListener('heard', this.onHeard);
    this.show();
  }

  disconnectedCallback() {
    vaadin()?.removeStateChangeListener(this.follow);
    document.removeEventListener('line', this.follow);
    document.removeEventListener('heard', this.onHeard);
    clearTimeout(this.asking);
  }

  get gone() {
    return document.querySelector('interview-here')?.getAttribute('line') === 'lost';
  }

  show() {
    const before = this.dataset.state;
    const sending = vaadin()?.state ?? 'connected';
    this.dataset.state = this.gone || !reached() ? 'lost' : sending === 'loading' ? 'saving' : 'saved';
    this.closest('interview-console')?.querySelector('interview-waiting')?.draw?.();
    if (!reached()) this.askSoon();
    const lost = (one) => one === 'lost';
    if (!before || lost(before) === lost(this.dataset.state)) return;
    speak(this, this.getAttribute(`spoken-${lost(this.dataset.state) ? 'lost' : 'back'}`) ?? '');
  }

  /**
   * After a line that was lost while something was on its way, Vaadin may say that it is reconnecting until the next thing is
   * sent. So something is sent: what the server has heard then is the last of all, and nothing waits behind it.
   */
  askSoon() {
    if (this.asking) return;
    this.asking = setTimeout(() => {
      this.asking = 0;
      if (reached()) return;
      if (!this.gone) this.closest('interview-console')?.askForTheTime(true);
      this.askSoon();
    }, ASK_AGAIN);
  }

  heard() {
    if (reached() || this.gone || !this.closest('interview-console')?.heardAll) return;
    vaadin().state = 'connected';
  }
}
