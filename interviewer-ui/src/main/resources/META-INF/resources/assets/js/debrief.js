// What a debrief needs in both faces: a clock that runs down by the server's time, and a sentence in the making that nobody's
// sentence takes away.
(() => {
  if (customElements.get('debrief-clock')) return;

  const store = {
    read(key) {
      try {
        return JSON.parse(localStorage.getItem(key) ?? 'null');
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(value));
      } catch {
        // A browser that keeps nothing still sends; only a reload would lose an unsent wording.
      }
    },
  };

  const same = (one, other) => (one ?? '').trim() === (other ?? '').trim();

  const typing = (target) =>
    target.isContentEditable || target.matches?.('textarea, select, input:not([type=radio]):not([type=checkbox])');

  /** Three minutes, running down; past them it counts on, quietly. "left" is what was left at the server's last word. */
  class Clock extends HTMLElement {
    static observedAttributes = ['left'];

    connectedCallback() {
      this.ticking = setInterval(() => this.tick(), 250);
      this.tick();
    }

    disconnectedCallback() {
      clearInterval(this.ticking);
    }

    attributeChangedCallback() {
      // This machine's steady clock: its wall clock may be wrong.
      this.since = performance.now();
      this.tick();
    }

    tick() {
      const left = Number(this.getAttribute('left')) - (performance.now() - (this.since ?? performance.now()));
      const over = left < 0;
      // Rounded up, so that 3:00 stands for a whole second and 0:00 is the end.
      const seconds = over ? Math.floor(-left / 1000) : Math.ceil(left / 1000);
      const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      const words = (over ? this.dataset.over : this.dataset.left)?.replace('{time}', time) ?? time;
      if (this.textContent !== words) this.textContent = words;
      if (this.hasAttribute('over') !== over) this.toggleAttribute('over', over);
    }
  }

  /**
   * A field for the joint sentence, around a textarea. "wording" is the sentence as it stands: it fills a field in which nothing
   * was typed, and never takes the place of words that were typed and not sent. Those stay in this browser until they are sent.
   */
  class Sentence extends HTMLElement {
    static observedAttributes = ['wording'];

    connectedCallback() {
      if (!this.ready) {
        this.ready = true;
        this.addEventListener('input', () => this.typed());
        this.addEventListener('keydown', (event) => this.key(event));
        this.addEventListener('click', (event) => {
          if (event.target.closest('[data-take]')) this.take();
          if (event.target.closest('[data-send]') && !this.closest('form')) {
            this.dispatchEvent(new CustomEvent('word', { detail: this.area.value }));
          }
        });
      }
      this.onKey = (event) => this.toField(event);
      document.addEventListener('keydown', this.onKey);
      requestAnimationFrame(() => this.restore());
    }

    disconnectedCallback() {
      document.removeEventListener('keydown', this.onKey);
    }

    attributeChangedCallback(name, before, now) {
      if (!this.area || before === null) return;
      if (same(this.area.value, before) || same(this.area.value, '')) this.area.value = now;
      this.typed();
    }

    get area() {
      return this.querySelector('textarea');
    }

    get slot_() {
      return `threeshift.sentence.${this.getAttribute('kept')}`;
    }

    get wording() {
      return this.getAttribute('wording') ?? '';
    }

    restore() {
      if (!this.area) return;
      const draft = store.read(this.slot_);
      this.from = draft?.from ?? this.wording;
      if (draft) this.area.value = draft.words;
      else if (!this.area.value) this.area.value = this.wording;
      this.typed();
    }

    /** Keeps what differs from the sentence as it stands, and says so when somebody else has changed that meanwhile. */
    typed() {
      const words = this.area.value;
      const own = words.trim() !== '' && !same(words, this.wording);
      if (!own) this.from = this.wording;
      store.write(this.slot_, own ? { words, from: this.from } : null);
      this.querySelector('[data-overtaken]')?.toggleAttribute('hidden', !own || same(this.from, this.wording));
    }

    /** Goes on from the sentence as it stands. */
    take() {
      this.area.value = this.wording;
      this.typed();
      this.area.focus();
    }

    key(event) {
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.target !== this.area) return;
      event.preventDefault();
      this.querySelector('[data-send]')?.click();
    }

    /** "w" leads to the field, where the page says so. */
    toField(event) {
      if (event.key !== 'w' || !this.hasAttribute('by-key') || event.defaultPrevented || typing(event.target)) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !this.area?.checkVisibility()) return;
      event.preventDefault();
      this.area.focus();
    }
  }

  /** Sends a form without leaving the page: a call goes on. What comes of it arrives over the live line. */
  const quietly = async (form) => {
    const problem = form.querySelector('[data-problem]');
    const field = form.querySelector('textarea');
    const say = (words) => {
      if (!problem) return;
      problem.textContent = words;
      problem.hidden = !words;
      if (words) field?.setAttribute('aria-invalid', 'true');
      else field?.removeAttribute('aria-invalid');
    };
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'X-Requested-With': 'fetch', Accept: 'application/json' },
        body: new URLSearchParams(new FormData(form)),
        redirect: 'error',
      });
      if (answer.ok) say('');
      else if (answer.status === 422) say((await answer.json()).problem);
      else if (answer.status === 401 || answer.status === 404) location.reload();
      else throw new Error(String(answer.status));
    } catch {
      say(form.dataset.notSent ?? '');
    }
  };

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('form[data-quietly]') || event.defaultPrevented) return;
    event.preventDefault();
    quietly(form);
  });

  /** In the room the stage is put in anew as a whole; the field stays and hears what the sentence is now. */
  document.addEventListener('stage', () => {
    const field = document.querySelector('joint-sentence');
    const stage = document.getElementById('stage');
    if (field && stage?.dataset.wording !== undefined) field.setAttribute('wording', stage.dataset.wording);
  });

  customElements.define('debrief-clock', Clock);
  customElements.define('joint-sentence', Sentence);
})();
