// The call's way to the server: who is in, and signals from page to page.
/** Well within the time for which the server keeps the place of a silent page. */
const BEAT = 8_000;
const QUIET_TOO_LONG = 10_000;
/** Most signals of one request. */
const BATCH = 20;
export const TRY_AGAIN = 2_000;
/** Refusals of what is in the request: waiting does not help. */
const NEVER = new Set(['too-long', 'unreadable']);
/** Refusals after which this page is not in the call, or not even beside it. */
const OUT = new Set(['elsewhere', 'lapsed', 'closed', 'moved', 'not-there']);

/** What the server refused, with its sentence. */
export class Refused extends Error {
  constructor(reason, sentence) {
    super(sentence);
    this.reason = reason;
  }
}

/** The way to the server: who is in, and signals from page to page. */
export class Line {
  constructor(path, hears) {
    this.path = path;
    this.hears = hears;
    this.source = null;
    this.waiting = [];
    /** How many of the waiting go one by one, as one among them was refused. */
    this.single = 0;
  }

  /** Whether the server was heard a moment ago. */
  get lives() {
    return this.source !== null && Date.now() - this.heard < QUIET_TOO_LONG;
  }

  async settings() {
    this.known = await this.ask('');
    this.knownAt = Date.now();
    return this.known;
  }

  /** Credentials of helping servers end after a while. */
  async fresh() {
    const age = Date.now() - (this.knownAt ?? 0);
    return !this.known || age > (this.known.lifetimeSeconds * 1000) / 2 ? this.settings() : this.known;
  }

  /** @param again what this page was called before the server forgot it */
  async enter(again = '') {
    const { connection } = await this.ask(again && `?again=${again}`, {});
    this.connection = connection;
    this.waiting = [];
    this.single = 0;
    this.last = 0;
    this.follow();
    clearInterval(this.beating);
    this.beating = setInterval(() => this.flush(true), BEAT);
    return this.connection;
  }

  watch() {
    this.connection = null;
    this.follow();
  }

  follow() {
    this.source?.close();
    this.heard = Date.now();
    const source = new EventSource(this.path + (this.connection ? `/${this.connection}/events?after=${this.last}` : '/events'));
    this.source = source;
    const on = (name, act) =>
      source.addEventListener(name, (event) => {
        if (source !== this.source) return;
        this.heard = Date.now();
        act?.(event.data, event.lastEventId);
      });
    on('open', () => this.flush());
    on('beat');
    on('seated', (data) => this.hears.seated(JSON.parse(data)));
    on('callers', (data) => this.hears.callers(JSON.parse(data)));
    on('signal', (data, number) => {
      this.last = Number(number);
      this.hears.signal(JSON.parse(data));
    });
    on('out', (reason) => this.out(reason));
    source.addEventListener('error', () => {
      if (source === this.source && source.readyState === EventSource.CLOSED) this.lookAfter();
    });
    clearInterval(this.watching);
    this.watching = setInterval(() => this.lookAfter(), TRY_AGAIN);
  }

  /** A line that was refused, or that has died in silence. */
  async lookAfter() {
    const refused = this.source?.readyState === EventSource.CLOSED;
    if (!this.source || this.looking || (!refused && Date.now() - this.heard < QUIET_TOO_LONG)) return;
    this.looking = true;
    if (await this.stands()) this.follow();
    this.looking = false;
  }

  /** Asks whether this page is still where it was; if not, that is told. An answer that came too late counts for nothing. */
  async stands() {
    const { source } = this;
    try {
      await (this.connection ? this.post([]) : this.ask(''));
      return source !== null && source === this.source;
    } catch (problem) {
      if (source && source === this.source) this.refused(problem);
      return false;
    }
  }

  refused(problem) {
    if (problem instanceof Refused && OUT.has(problem.reason)) this.out(problem.reason);
  }

  send(to, body) {
    this.waiting.push({ to, body });
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.flush(), 20);
  }

  /** One request at a time, so that nothing overtakes. What was not taken waits for the next try, but for what never will be. */
  async flush(evenNone = false) {
    const { connection } = this;
    if (this.sending || !connection || (!evenNone && this.waiting.length === 0)) return;
    this.sending = true;
    const batch = this.waiting.slice(0, this.single > 0 ? 1 : BATCH);
    let pause = 20;
    try {
      await this.post(batch);
      if (connection === this.connection) this.taken(batch.length);
    } catch (problem) {
      if (connection !== this.connection || !NEVER.has(problem.reason)) pause = TRY_AGAIN;
      else if (batch.length > 1) this.single = batch.length;
      else this.taken(batch.length);
      if (connection === this.connection) this.refused(problem);
    }
    this.sending = false;
    if (this.waiting.length > 0) {
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.flush(), pause);
    }
  }

  taken(count) {
    this.waiting.splice(0, count);
    this.single = Math.max(0, this.single - count);
  }

  out(reason) {
    const was = this.connection;
    if (reason === 'closed' || reason === 'moved') this.leave();
    else this.close();
    this.hears.out(reason, was);
  }

  post(signals) {
    return this.ask(`/${this.connection}`, { signals });
  }

  /** Also from a page that is just going. */
  leave() {
    const connection = this.connection;
    this.close();
    if (connection) navigator.sendBeacon(`${this.path}/${connection}/leave`, new Blob(['{}'], { type: 'application/json' }));
  }

  close() {
    this.source?.close();
    this.source = null;
    this.connection = null;
    clearInterval(this.watching);
    clearInterval(this.beating);
    clearTimeout(this.soon);
  }

  /** @param body what to send; nothing to read only */
  async ask(path, body) {
    const answer = await fetch(this.path + path, {
      method: body ? 'POST' : 'GET',
      headers: { Accept: 'application/json', ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(8_000),
    });
    // A server in trouble is as good as none: everything is tried again.
    if (answer.status >= 500) throw new Error(String(answer.status));
    if (answer.status === 204) return null;
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) return told;
    throw new Refused(told.reason, told.detail);
  }
}
