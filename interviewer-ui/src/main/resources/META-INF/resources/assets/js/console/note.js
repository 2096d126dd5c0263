// Where a note is written.
import { newId } from './kept.js';
import { write } from './clocks.js';
import { Drafts } from './drafts.js';
import { speak } from './spoken.js';

/** How long the typing must rest before the words go to the server, and how long they wait at most. */
const REST = 400;
const LONGEST = 2_000;
/** After which words that the server did not confirm are called unsaved. */
const OVERDUE = 3_000;
const SHORT = 90;

/**
 * A note in the making. Its words go to the server while they are typed; what the server does not have yet, and what was
 * handed in and is not confirmed, lies in this browser.
 */
export class Note extends HTMLElement {
  static observedAttributes = ['question', 'question-title', 'hidden', 'closed'];

  /** The question that was shown last: on the sheet none is. */
  asked = { question: '', title: '' };

  connectedCallback() {
    if (!this.ready) {
      this.ready = true;
      this.current = null;
      this.addEventListener('input', (event) => event.target === this.area && this.typed());
      this.addEventListener('keydown', (event) => this.key(event));
      // Only then it is known what has the focus now.
      this.addEventListener('focusout', () => setTimeout(() => this.release()));
      addEventListener('pagehide', () => {
        this.save();
        this.drafts.leave(document.activeElement === this.area ? [this.area.selectionStart, this.area.selectionEnd] : null);
      });
    }
    requestAnimationFrame(() => this.restore());
  }

  attributeChangedCallback(name) {
    const question = this.getAttribute('question');
    const title = this.getAttribute('question-title');
    if (question && title) this.asked = { question, title };
    if (name === 'closed' && this.hasAttribute('closed') && this.offered) this.leave();
    if (name === 'hidden' || name === 'closed') this.hold();
    this.about();
  }

  /** Whatever happens to the screen, the field stays with its question under the hands of whoever is in it. */
  hold() {
    if (!this.ready) return;
    const held = this.hidden && this.area === document.activeElement && !this.hasAttribute('closed');
    this.toggleAttribute('data-held', held);
    // Whoever goes on to the sheet finds there what was begun, to the last letter.
    if (this.hidden) this.save();
  }

  release() {
    if (this.hasAttribute('data-held') && !this.contains(document.activeElement)) this.hold();
    this.about();
  }

  get area() {
    return this.querySelector('textarea');
  }

  get drafts() {
    return (this.kept ??= new Drafts(this.getAttribute('drafts')));
  }

  restore() {
    if (this.offered) return;
    const { mine, others, handed, unsent } = this.drafts.found(JSON.parse(this.getAttribute('begun') || '[]'));
    this.offered = others;
    if (this.hasAttribute('closed')) {
      this.leave();
      for (const note of handed) this.send('note', note);
      return;
    }
    if (mine && this.current) this.offered.unshift(mine);
    else if (mine) this.take(mine);
    // A page that loads itself again must not turn the next letters into the console's keys.
    const caret = this.drafts.cameBack();
    if (caret && this.area.checkVisibility()) {
      this.area.focus();
      this.area.setSelectionRange(...caret);
    }
    this.offer();
    for (const note of handed) this.send('note', note);
    // What only this browser has: the server shows it before the sheet locks.
    for (const note of unsent) if (this.offered.includes(note)) this.send('draft', note);
    this.about();
  }

  typed() {
    const words = this.area.value;
    if (!words) return this.giveUp();
    this.current ??= this.begun();
    this.change(words);
  }

  begun() {
    return {
      note: newId(),
      ...this.asked,
      revision: 0,
    };
  }

  change(words) {
    this.current = { ...this.current, words, revision: this.current.revision + 1, at: Date.now() };
    this.drafts.keep(this.current);
    this.about();
    if (this.long) return this.tooLong();
    if (this.overlong) write(this.querySelector('.note-state'), '');
    this.overlong = false;
    this.soon();
  }

  /** By how many characters the words are more than a note takes; nothing of them is cut. */
  get long() {
    return Math.max(0, this.area.value.length - Number(this.dataset.most));
  }

  tooLong() {
    clearTimeout(this.timer);
    clearTimeout(this.overdue);
    this.timer = 0;
    const line = this.querySelector('.note-state');
    write(line, line.dataset.long.replace('{0}', this.long));
    line.classList.add('bad');
    if (!this.overlong) speak(this, line.textContent);
    this.overlong = this.unsaved = true;
  }

  giveUp() {
    if (!this.current) return;
    this.drafts.forget(this.current.note);
    this.send('draft', { ...this.current, words: '' });
    this.close();
    this.state('');
  }

  /** The field is free for the next note. */
  close() {
    clearTimeout(this.timer);
    clearTimeout(this.overdue);
    this.timer = 0;
    this.current = null;
    this.drafts.atWork(null);
    this.area.value = '';
    this.about();
  }

  soon() {
    const now = Date.now();
    if (!this.timer) this.since = now;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), Math.max(0, Math.min(REST, this.since + LONGEST - now)));
  }

  save() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.current || this.current.revision === this.current.saved || this.long) return;
    this.send('draft', this.current);
    clearTimeout(this.overdue);
    this.overdue = setTimeout(() => this.undrafted(this.current?.note, true), OVERDUE);
  }

  key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.target !== this.area) return;
    event.preventDefault();
    if (!this.area.value.trim()) return;
    if (this.long) return speak(this, this.querySelector('.note-state').textContent);
    const note = { ...(this.current ?? this.begun()), words: this.area.value, handed: true, at: Date.now() };
    this.drafts.keep(note);
    this.close();
    this.state('');
    this.send('note', note);
  }

  get waiting() {
    return this.closest('interview-console')?.querySelector('interview-waiting');
  }

  send(event, { note, question, words, revision }) {
    if (event === 'note') this.waiting?.note(note, words);
    this.dispatchEvent(new CustomEvent(event, { detail: { note, question, words, revision: Math.max(1, revision) } }));
  }

  /** The server has these words of a note in the making. */
  drafted(note, revision, words) {
    this.drafts.saved(note, revision);
    if (this.current?.note !== note) return;
    this.current.saved = Math.max(this.current.saved ?? 0, revision);
    if (this.current.saved !== this.current.revision) return;
    clearTimeout(this.overdue);
    this.state(words, false);
  }

  /** The server cannot take them now. When it can later, it tries again by itself. */
  undrafted(note, again) {
    if (!note || this.current?.note !== note) return;
    const { kept, keptOnly } = this.querySelector('.note-state').dataset;
    this.state(again ? kept : keptOnly, true);
  }

  /** Called by the server: hands in a note that was begun here or elsewhere, as Enter does. */
  handIn(note) {
    const newest = this.current?.note === note.note ? this.current : (this.drafts.read(note.note) ?? note);
    const handed = { ...newest, handed: true, at: Date.now() };
    this.gone(note.note);
    this.drafts.keep(handed);
    this.send('note', handed);
  }

  /** A note in the making is no more, as far as this page is concerned. */
  gone(note) {
    if (this.current?.note === note) {
      this.close();
      this.state('');
    }
    this.drafts.forget(note);
    if (!this.offered) return;
    this.offered = this.offered.filter((other) => other.note !== note);
    this.offer();
  }

  /** It was handed in from elsewhere, and somebody types on here: that is another note. */
  goesOn(note) {
    this.drafts.forget(note);
    if (this.current?.note !== note) return;
    this.current = { ...this.current, note: newId(), revision: 0, saved: 0 };
    this.change(this.area.value);
  }

  /** The sheet takes no more notes: the words can be read, here. */
  closed(note) {
    if (this.current?.note === note) this.leave();
    else this.left();
  }

  /** Nothing is begun any more; what this browser alone has is listed to be read. */
  leave() {
    this.offered = [];
    this.close();
    this.state('');
    this.offer();
    this.left();
  }

  left() {
    const place = this.parentElement.querySelector('.note-left');
    const notes = this.hasAttribute('closed') ? this.drafts.left() : [];
    place.replaceChildren(
      ...notes.map((note) => {
        const line = document.createElement('p');
        line.className = 'small';
        line.textContent = place.dataset.left.replace('{0}', note.words.trim());
        const drop = document.createElement('button');
        drop.type = 'button';
        drop.className = 'button quiet small-button';
        drop.textContent = place.dataset.drop;
        drop.addEventListener('click', () => {
          this.drafts.forget(note.note);
          this.left();
        });
        line.append(' ', drop);
        return line;
      }),
    );
    if (notes.length) speak(this, place.textContent);
  }

  /** A note that was handed in is in the log. */
  confirmed(note) {
    this.waiting?.settled(note);
    this.drafts.forget(note);
    if (this.hasAttribute('closed')) this.left();
  }

  /** The server will not have it: the words come back. */
  refused(note) {
    this.waiting?.settled(note);
    const back = this.drafts.read(note);
    if (!back) return;
    if (this.hasAttribute('closed')) {
      this.drafts.keep({ ...back, handed: false });
      this.left();
    } else this.takeBack(back);
  }

  takeBack(back) {
    const { note } = back;
    if (this.current) {
      this.drafts.forget(note);
      this.send('draft', { ...back, words: '' });
      this.area.value = `${back.words}\n${this.area.value}`;
    } else {
      this.current = { ...back, handed: false };
      this.area.value = back.words;
    }
    this.change(this.area.value);
  }

  /** Says how the words stand; only a change between saved and unsaved is spoken. */
  state(words, unsaved = false) {
    const line = this.querySelector('.note-state');
    write(line, words);
    line.classList.toggle('bad', unsaved);
    if (words && unsaved !== Boolean(this.unsaved)) speak(this, words);
    this.unsaved = unsaved;
  }

  /** Notes that were not handed in, from before a crash or from elsewhere. */
  offer() {
    const place = this.querySelector('.note-offers');
    place.replaceChildren(...this.offered.map((note) => this.offerOf(note, place.dataset)));
    if (!this.told && this.offered.length) speak(this, place.firstElementChild.firstElementChild.textContent);
    this.told = true;
  }

  offerOf(note, { found, take, drop }) {
    const words = note.words.trim();
    const short = words.length > SHORT ? `${words.slice(0, SHORT)}…` : words;
    const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: this.getAttribute('zone') };
    const time = new Intl.DateTimeFormat('en-GB', format).format(new Date(note.at));
    const line = document.createElement('p');
    line.className = 'note-offer small';
    const says = document.createElement('span');
    says.textContent = found.replace('{0}', time).replace('{1}', note.title).replace('{2}', short);
    const button = (label, action) => {
      const one = document.createElement('button');
      one.type = 'button';
      one.className = 'button quiet small-button';
      one.textContent = label;
      one.addEventListener('click', () => {
        this.offered = this.offered.filter((other) => other !== note);
        action();
        this.offer();
        this.area.focus();
      });
      return one;
    };
    line.append(says, button(take, () => this.take(note)), button(drop, () => this.drop(note)));
    return line;
  }

  /**
   * It goes on here, under an id of its own: another window may be at it as well, and then neither writes over the other.
   */
  take(note) {
    this.save();
    if (this.current) this.offered = [this.current, ...this.offered];
    this.current = { ...note, note: newId(), revision: 0, saved: 0 };
    this.area.value = note.words;
    this.change(note.words);
    this.save();
    this.drop(note);
  }

  drop(note) {
    this.drafts.forget(note.note);
    this.send('draft', { ...note, words: '' });
  }

  /** Says which question a note belongs to when another one is shown by now. */
  about() {
    const line = this.querySelector('.note-about');
    if (!line) return;
    const held = this.hasAttribute('data-held') ? this.asked : null;
    const on = this.current ?? held;
    const elsewhere = Boolean(on) && on.question !== this.getAttribute('question');
    line.hidden = !elsewhere;
    write(line, elsewhere ? line.dataset.about.replace('{0}', on.title) : '');
  }
}
