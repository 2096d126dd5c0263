// What only the browser knows about saving.

/** Whether something is on its way, which only the browser knows. */
export class Saved extends HTMLElement {
  connectedCallback() {
    this.follow = () => this.show(window.Vaadin?.connectionState?.state);
    window.Vaadin?.connectionState?.addStateChangeListener(this.follow);
    this.follow();
  }

  disconnectedCallback() {
    window.Vaadin?.connectionState?.removeStateChangeListener(this.follow);
  }

  show(state) {
    this.dataset.state = state === 'loading' ? 'saving' : !state || state === 'connected' ? 'saved' : 'lost';
  }
}
