// Notes in the making, as this browser keeps them.
import { lasting, store } from './kept.js';

/**
 * Of one person in one interview: whoever signs in at this browser next neither sees nor sends them. A note lies here as
 * long as the server does not have its words, and again from handing it in until that is confirmed.
 */
export class Drafts {
  /** @param whose names the interview and the person */
  constructor(whose) {
    this.prefix = `threeshift.note.${whose}.`;
    this.work = `threeshift.note-at-work.${whose}`;
    this.caret = `threeshift.note-caret.${whose}`;
  }

  keep(note) {
    lasting.write(this.prefix + note.note, note);
    if (!note.handed) this.atWork(note.note);
  }

  /** Which note this tab goes on with after a reload. */
  atWork(note) {
    store.write(this.work, note);
  }

  /** @param caret where it stands; nothing when the focus is elsewhere */
  leave(caret) {
    store.write(this.caret, caret);
  }

  cameBack() {
    const caret = store.read(this.caret);
    store.write(this.caret, null);
    return caret;
  }

  read(note) {
    return lasting.read(this.prefix + note);
  }

  forget(note) {
    lasting.write(this.prefix + note, null);
  }

  saved(note, revision) {
    const here = this.read(note);
    if (here && !here.handed && here.revision <= revision) this.forget(note);
  }

  /** What lies here of notes that no sheet takes any more. */
  left() {
    return lasting
      .all(this.prefix)
      .filter((note) => !note.handed)
      .sort((one, other) => one.at - other.at);
  }

  /**
   * @param begun what the server has
   * @returns the note that this tab was at, the others that were not handed in, those whose confirmation is missing, and those
   * of which the server does not have the newest words
   */
  found(begun) {
    const here = lasting.all(this.prefix).sort((one, other) => one.at - other.at);
    const handed = here.filter((note) => note.handed);
    const gone = new Set(handed.map((note) => note.note));
    const notes = new Map();
    for (const note of begun) if (!gone.has(note.note)) notes.set(note.note, note);
    for (const note of here) if (!note.handed) this.merge(notes, note);
    const at = store.read(this.work);
    const mine = notes.get(at) ?? null;
    notes.delete(at);
    const unsent = here.filter((note) => !note.handed && this.read(note.note));
    return { mine, others: [...notes.values()].sort((one, other) => other.at - one.at), handed, unsent };
  }

  /** Only one page ever writes on a note, so that its later words hold what was said before, or were meant to. */
  merge(notes, here) {
    const there = notes.get(here.note);
    if (!there || here.revision > there.revision) notes.set(here.note, here);
    else this.forget(here.note);
  }
}
