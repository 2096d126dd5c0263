// Where a note is written.
import { newId, store } from './kept.js';
import { write } from './clocks.js';

/** A note in the making. What is typed, and what was handed in but not confirmed, lies in this tab until it is saved. */
export class Note extends HTMLElement {
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
