// The parts of the console that must not wait for the server: keys, clocks, and words that are not saved yet.
(() => {
  if (customElements.get('interview-console')) return;

  const KEYS = new Set([...'012345bxopshamtTl[]']);
  // Brackets are hard to reach on many keyboards.
  const SAME = { '.': ']', ',': '[' };
  let offset = 0;
  const now = () => Date.now() + offset;

  const typing = (target) =>
    target.isContentEditable ||
    target.matches?.('textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=button])');

  const shown = (element) => element && element.checkVisibility();

  const two = (number) => String(number).padStart(2, '0');
  const time = (milliseconds) => {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  };

  const store = {
    read(key) {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null');
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        if (value === null) sessionStorage.removeItem(key);
        else sessionStorage.setItem(key, JSON.stringify(value));
      } catch {
        // A browser that keeps nothing still writes notes; only a reload would lose an unsent one.
      }
    },
  };

  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };

  /** The keyboard, and the server's time. */
  class Console extends HTMLElement {
    static observedAttributes = ['server-now'];

    connectedCallback() {
      this.onKey = (event) => this.key(event);
      this.onClick = (event) => this.click(event);
      this.onInput = (event) => this.keep(event.target);
      document.addEventListener('keydown', this.onKey);
      this.addEventListener('click', this.onClick);
      this.addEventListener('input', this.onInput);
      this.addEventListener('focusin', (event) => (this.last = event.target));
      this.restoring = new MutationObserver(() => {
        this.keepFocus();
        this.restore();
      });
      this.restoring.observe(this, { childList: true, subtree: true, attributeFilter: ['data-kept', 'hidden'] });
    }

    disconnectedCallback() {
      document.removeEventListener('keydown', this.onKey);
      this.removeEventListener('click', this.onClick);
      this.removeEventListener('input', this.onInput);
      this.restoring.disconnect();
    }

    attributeChangedCallback(name, before, value) {
      const measured = Number(value) - Date.now();
      // The answer was on its way for a while, so the largest difference is the truest; a changed clock starts anew.
      offset = before === null || Math.abs(measured - offset) > 2000 ? measured : Math.max(offset, measured);
    }

    get map() {
      return this.querySelector('#key-map');
    }

    key(event) {
      const bracket = event.key === '[' || event.key === ']';
      const modified = event.metaKey || ((event.ctrlKey || event.altKey) && !bracket);
      if (event.defaultPrevented || modified || event.isComposing) return;
      if (event.key === 'Escape') return this.escape(event);
      if (typing(event.target)) return;
      if (this.move(event)) return event.preventDefault();
      const key = SAME[event.key] ?? event.key;
      if (!KEYS.has(key) || event.repeat) return;
      event.preventDefault();
      const scale = document.activeElement?.closest?.('.scale');
      this.dispatchEvent(new CustomEvent('console-key', { detail: key }));
      if (scale && '012345'.includes(key)) this.toScale(scale, 1);
    }

    /** Keys that only move the focus stay in the browser. */
    move(event) {
      switch (event.key) {
        case '?':
          this.toggleMap();
          return true;
        case 'n': {
          const note = this.querySelector('interview-note textarea');
          if (!shown(note)) return false;
          note.focus();
          return true;
        }
        case 'g': {
          const row = this.querySelector('.agenda-row[data-shown]') ?? this.querySelector('.agenda-row');
          if (!shown(row)) return false;
          row.focus();
          return true;
        }
        case 'ArrowUp':
        case 'ArrowDown':
          return this.along(event.target, event.key === 'ArrowUp' ? -1 : 1);
        case 'ArrowLeft':
        case 'ArrowRight':
          return this.across(event.target, event.key === 'ArrowLeft' ? -1 : 1);
        default:
          return false;
      }
    }

    along(target, step) {
      const row = target.closest?.('.agenda-row');
      if (row) {
        const rows = [...this.querySelectorAll('.agenda-row')];
        rows[rows.indexOf(row) + step]?.focus();
        return true;
      }
      if (target.closest?.('.judgements, .verdicts')) return false;
      const current = this.querySelector('.scale[data-current]');
      if (!shown(current)) return false;
      return this.toScale(current, target.closest?.('.scale') ? step : 0);
    }

    toScale(from, step) {
      const scales = [...this.querySelectorAll('.scale:not([data-unprobed])')];
      const to = scales[Math.min(Math.max(scales.indexOf(from) + step, 0), scales.length - 1)];
      const radio = to?.querySelector('input:checked') ?? to?.querySelector('input');
      radio?.focus();
      return Boolean(radio);
    }

    across(target, step) {
      const group = target.closest?.('[role=radiogroup]');
      if (!group) {
        const current = this.querySelector('.scale[data-current]');
        return shown(current) ? this.toScale(current, 0) : false;
      }
      const radios = [...group.querySelectorAll('input')];
      radios[radios.indexOf(target) + step]?.focus();
      return true;
    }

    escape(event) {
      if (!this.map.hidden) {
        this.toggleMap();
        event.preventDefault();
      } else if (typing(event.target)) {
        event.target.closest('.editing')?.querySelector('.leave')?.click();
        event.target.blur();
      }
    }

    toggleMap() {
      const map = this.map;
      if (map.hidden) {
        this.before = document.activeElement;
        map.hidden = false;
        map.focus({ preventScroll: true });
      } else {
        map.hidden = true;
        (this.before?.isConnected ? this.before : document.body).focus?.();
      }
    }

    click(event) {
      const button = event.target.closest('button');
      if (!button) return;
      if (button.hasAttribute('data-opens-map') || button.hasAttribute('data-closes-map')) this.toggleMap();
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

    /** The first of these places that is in sight. */
    focusOn(places) {
      requestAnimationFrame(() => {
        const all = places.split('|').flatMap((place) => [...this.querySelectorAll(place)]);
        all.find((element) => element.checkVisibility() && !element.disabled)?.focus();
      });
    }

    /** What had the focus went out of sight: the next thing beside it takes the focus. */
    keepFocus() {
      const at = document.activeElement;
      const last = at && at !== document.body ? at : this.last;
      if (!last || !this.contains(last) || shown(last)) return;
      let around = last.parentElement;
      while (around && around !== this) {
        const next = shown(around) && [...around.querySelectorAll('button, input, textarea, a[href]')].find((one) => shown(one) && !one.disabled);
        if (next) return next.focus({ preventScroll: true });
        around = around.parentElement;
      }
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
        if (kept && !field.value) {
          field.value = kept;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }
      }
    }
  }

  /** A clock that ticks without the server. */
  class Clock extends HTMLElement {
    static observedAttributes = ['spent', 'since', 'planned'];

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

    tick() {
      const since = this.getAttribute('since');
      const total = Number(this.getAttribute('spent') ?? 0) + (since ? Math.max(0, now() - Number(since)) : 0);
      const planned = Number(this.getAttribute('planned') ?? 0);
      const over = planned > 0 && total > planned;
      write(this, time(total));
      if (this.hasAttribute('data-late') !== over) this.toggleAttribute('data-late', over);
      const title = over ? `${this.dataset.over} ${time(total - planned)}` : '';
      if (this.title !== title) this.title = title;
    }
  }

  /** Whether the round will end in time. */
  class Pace extends HTMLElement {
    static observedAttributes = ['end', 'ahead', 'open-ends'];

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

    tick() {
      const open = Math.max(0, Number(this.getAttribute('open-ends') ?? 0) - now());
      const spare = Number(this.getAttribute('end') ?? 0) - now() - open - Number(this.getAttribute('ahead') ?? 0);
      const minutes = Math.trunc(spare / 60000);
      const words = minutes > 0 ? this.dataset.spare : minutes < 0 ? this.dataset.late : this.dataset.even;
      write(this, (words ?? '').replace('{0}', String(Math.abs(minutes))));
    }
  }

  const tickers = new Set();
  const write = (element, words) => {
    if (element.textContent !== words) element.textContent = words;
  };
  setInterval(() => {
    for (const ticker of tickers) ticker.tick();
  }, 500);

  /** A note in the making. What is typed, and what was handed in but not confirmed, lies in this tab until it is saved. */
  class Note extends HTMLElement {
    static observedAttributes = ['question'];

    connectedCallback() {
      if (!this.ready) {
        this.ready = true;
        this.addEventListener('input', () => this.typed());
        this.addEventListener('keydown', (event) => this.key(event));
      }
      requestAnimationFrame(() => this.restore());
    }

    attributeChangedCallback() {
      this.about();
    }

    get area() {
      return this.querySelector('textarea');
    }

    get slot_() {
      return `threeshift.note.${this.getAttribute('drafts')}`;
    }

    get kept() {
      return store.read(this.slot_) ?? { draft: null, sent: [] };
    }

    set kept(kept) {
      store.write(this.slot_, kept.draft || kept.sent.length ? kept : null);
    }

    restore() {
      const { draft, sent } = this.kept;
      if (draft && !this.area.value) this.area.value = draft.words;
      for (const note of sent) this.send(note);
      this.about();
    }

    typed() {
      const kept = this.kept;
      const words = this.area.value;
      kept.draft = words
        ? {
            question: kept.draft?.question ?? this.getAttribute('question'),
            title: kept.draft?.title ?? this.getAttribute('question-title'),
            words,
          }
        : null;
      this.kept = kept;
      this.about();
    }

    key(event) {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.target !== this.area) return;
      event.preventDefault();
      const kept = this.kept;
      const words = this.area.value;
      if (!words.trim()) return;
      const note = {
        note: newId(),
        question: kept.draft?.question ?? this.getAttribute('question'),
        title: kept.draft?.title ?? this.getAttribute('question-title'),
        words,
      };
      kept.sent.push(note);
      kept.draft = null;
      this.kept = kept;
      this.area.value = '';
      this.about();
      this.send(note);
    }

    send(note) {
      this.dispatchEvent(new CustomEvent('note', { detail: note }));
    }

    /** The server has it. */
    confirmed(id) {
      const kept = this.kept;
      kept.sent = kept.sent.filter((note) => note.note !== id);
      this.kept = kept;
    }

    /** The server will not have it: the words come back. */
    refused(id) {
      const kept = this.kept;
      const back = kept.sent.find((note) => note.note === id);
      kept.sent = kept.sent.filter((note) => note.note !== id);
      if (back) {
        const words = this.area.value ? `${back.words}\n${this.area.value}` : back.words;
        kept.draft = { question: back.question, title: back.title, words };
        this.area.value = words;
      }
      this.kept = kept;
      this.about();
    }

    /** Says which question a note belongs to when another one is shown by now. */
    about() {
      const line = this.querySelector('.note-about');
      if (!line) return;
      const draft = this.kept.draft;
      const elsewhere = Boolean(draft) && draft.question !== this.getAttribute('question');
      line.hidden = !elsewhere;
      write(line, elsewhere ? line.dataset.about.replace('{0}', draft.title) : '');
    }
  }

  /** Whether something is on its way, which only the browser knows. */
  class Saved extends HTMLElement {
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

  addEventListener('storage', (event) => {
    if (event.key !== 'threeshift.theme') return;
    if (event.newValue === 'light' || event.newValue === 'dark') document.documentElement.dataset.theme = event.newValue;
    else delete document.documentElement.dataset.theme;
  });

  customElements.define('interview-clock', Clock);
  customElements.define('interview-pace', Pace);
  customElements.define('interview-note', Note);
  customElements.define('interview-saved', Saved);
  customElements.define('interview-console', Console);
})();
