// The parts of the console that must not wait for the server: keys, clocks, and words that are not saved yet.
import { Carried } from './console/carried.js';
import { Clock, Pace } from './console/clocks.js';
import { Focus, shown } from './console/focus.js';
import { KeyMap, Keyboard } from './console/keyboard.js';
import { store } from './console/kept.js';
import { Note } from './console/note.js';
import { Saved } from './console/saved.js';
import { hear, onGap } from './console/server-time.js';
import { Spoken } from './console/spoken.js';

const ASK_FOR_THE_TIME = 60_000;

class Console extends HTMLElement {
  static observedAttributes = ['server-now'];

  connectedCallback() {
    this.focuses ??= new Focus(this);
    this.map ??= new KeyMap(this);
    this.keyboard ??= new Keyboard(this, this.map, this.focuses);
    this.onKey = (event) => this.keyboard.press(event);
    this.onClick = (event) => this.click(event);
    this.onInput = (event) => this.keep(event.target);
    document.addEventListener('keydown', this.onKey);
    this.keyboard.catchUp();
    this.addEventListener('click', this.onClick);
    this.addEventListener('input', this.onInput);
    this.restoring = new MutationObserver(() => {
      this.focuses.keep();
      this.restore();
    });
    this.restoring.observe(this, { childList: true, subtree: true, attributeFilter: ['data-kept', 'hidden', 'disabled'] });
    this.asking = setInterval(() => this.askForTheTime(), ASK_FOR_THE_TIME);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.onKey);
    this.removeEventListener('click', this.onClick);
    this.removeEventListener('input', this.onInput);
    this.restoring.disconnect();
    clearInterval(this.asking);
  }

  attributeChangedCallback(name, before, value) {
    hear(Number(value));
  }

  askForTheTime(anyway = false) {
    if (anyway || document.visibilityState === 'visible') this.dispatchEvent(new CustomEvent('console-time'));
  }

  click(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.hasAttribute('data-opens-map') || button.hasAttribute('data-closes-map')) this.map.toggle();
    if (button.hasAttribute('data-copies')) {
      const link = button.parentElement.querySelector('input');
      link.select();
      const done = () => {
        const words = button.textContent;
        button.textContent = button.dataset.copied;
        setTimeout(() => (button.textContent = words), 1500);
      };
      if (navigator.clipboard) navigator.clipboard.writeText(link.value).then(done, () => {});
      else if (document.execCommand('copy')) done();
    }
  }

  /** Called by the server. */
  focusOn(places) {
    this.focuses.on(places);
  }

  /** Longer texts outlive a reload, too. */
  keep(field) {
    if (field.dataset.kept) store.write(field.dataset.kept, field.value || null);
  }

  restore() {
    for (const field of this.querySelectorAll('[data-kept]')) {
      if (field.restored || !shown(field)) continue;
      field.restored = true;
      const kept = store.read(field.dataset.kept);
      if (field.type === 'radio') {
        if (kept === field.value && !field.checked) field.click();
      } else if (kept && !field.value) {
        field.value = kept;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }
  }
}

/** The theme was chosen in another window. */
addEventListener('storage', ({ key, newValue }) => {
  if (key !== 'threeshift.theme') return;
  if (newValue === 'light' || newValue === 'dark') document.documentElement.dataset.theme = newValue;
  else delete document.documentElement.dataset.theme;
});

/** The line is back, perhaps to a server that does not know this console: Vaadin learns it by asking, and loads the page anew. */
document.addEventListener('line', (event) => {
  if (event.detail === 'stands') document.querySelector('interview-console')?.askForTheTime(true);
});

onGap(() => document.querySelector('interview-console')?.askForTheTime());
document.addEventListener('visibilitychange', () => document.querySelector('interview-console')?.askForTheTime());

customElements.define('interview-clock', Clock);
customElements.define('interview-pace', Pace);
customElements.define('interview-note', Note);
customElements.define('interview-saved', Saved);
customElements.define('interview-spoken', Spoken);
customElements.define('interview-carried', Carried);
customElements.define('interview-console', Console);
