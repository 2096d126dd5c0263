// Words that were meant for a field that is not there must not become commands.

/** Whoever rests so long has noticed. */
const PAUSE = 1_500;
/** These move on, or belong to the key that follows. */
const THROUGH = new Set(['Tab', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock']);

/** Takes keys and does nothing with them, until whoever types has paused or pressed Esc. */
export class Hush {
  #why = '';
  #last = 0;

  /** @param notice says why */
  constructor(notice) {
    this.notice = notice;
  }

  /** @param why the sentence  @param begun whether the typing has begun; otherwise it begins with the next key, whenever that comes */
  begin(why, begun) {
    this.#why = why;
    this.#last = begun ? performance.now() : 0;
    if (begun) this.notice().say(why);
  }

  end() {
    this.#why = '';
  }

  /** @returns whether this key was one of those */
  takes(key) {
    if (!this.#why || THROUGH.has(key)) return false;
    const now = performance.now();
    const paused = this.#last > 0 && now - this.#last > PAUSE;
    if (paused || key === 'Escape') {
      this.end();
      this.notice().clear();
      return !paused;
    }
    this.#last = now;
    this.notice().say(this.#why);
    return true;
  }
}
