// The server's clock, as well as a browser can know it.

/** Whatever the server says is late by the time that it travelled, so the furthest of what was heard lately is the truest. */
export class ServerTime {
  static LATELY = 300_000;

  #heard = [];

  /** @param server milliseconds on the server's clock  @param at when that arrived, on this machine's steady clock */
  hear(server, at) {
    this.#heard = this.#heard.filter((one) => at - one.at < ServerTime.LATELY && one.ahead > server - at);
    this.#heard.push({ at, ahead: server - at });
  }

  /** Milliseconds on the server's clock at a moment of this machine's; its wall clock may be wrong, and counts for nothing. */
  when(at) {
    // What stands first is the furthest: nothing is kept that something later went beyond.
    return at + (this.#heard[0]?.ahead ?? performance.timeOrigin);
  }
}

const heard = new ServerTime();

export const hear = (server) => heard.hear(server, performance.now());
export const now = () => heard.when(performance.now());

/** Calls back when this machine has slept or its wall clock was set: then its steady clock may have stood still. */
export const onGap = (gap) => {
  const difference = () => Date.now() - performance.now();
  let before = difference();
  setInterval(() => {
    const after = difference();
    if (Math.abs(after - before) > 1_000) gap();
    before = after;
  }, 1_000);
};
