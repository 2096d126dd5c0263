// What only the browser knows about saving.
import { speak } from './spoken.js';

/** Whether something is on its way, which only the browser knows; and whether the line stands, as here.js knows it. */
export class Saved extends HTMLElement {
  connectedCallback() {
    this.follow = () => this.show();
    window.Vaadin?.connectionState?.addStateChangeListener(this.follow);
    document.addEventListener('line', this.follow);
    this.show();
  }

  disconnectedCallback() {
    window.Vaadin?.connectionState?.removeStateChangeListener(this.follow);
    document.removeEventListener('line', this.follow);
  }

  show() {
    const before = this.dataset.state;
    const sending = window.Vaadin?.connectionState?.state ?? 'connected';
    const gone = document.querySelector('interview-here')?.getAttribute('line') === 'lost';
    this.dataset.state = gone || !['connected', 'loading'].includes(sending) ? 'lost' : sending === 'loading' ? 'saving' : 'saved';
    const lost = (one) => one === 'lost';
    if (!before || lost(before) === lost(this.dataset.state)) return;
    speak(this, this.getAttribute(`spoken-${lost(this.dataset.state) ? 'lost' : 'back'}`) ?? '');
  }
}
