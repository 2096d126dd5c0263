// Says every few seconds that this tab is in an interview, hears who else is, and knows how the line to the server is:
// it "stands"; the server answers but is "away" from its database; or it is "lost". Both faces load it. They hear of the line
// by the document's event "line" and of who comes and goes by "people", and may ask for a look with "somebody-moved".
(() => {
  const TICK = 500;
  // Browsers slow the timers of pages that nobody looks at down to one a minute; those of a worker go on.
  if (typeof document === 'undefined') {
    setInterval(() => postMessage('tick'), TICK);
    return;
  }
  if (customElements.get('interview-here')) return;

  const BEAT = 2_500;
  const TRY_AGAIN = 1_000;
  const PATIENCE = 3_000;
  /** As long as the server waits before it tells the others. */
  const LOST_AFTER = 6_500;
  /** Whom the server has shown out is not let in by a page that loads itself over and over. */
  const RELOADS_AFTER = 30_000;
  const SCRIPT = document.currentScript?.src;

  const tab = (() => {
    const kept = (() => {
      try {
        return sessionStorage.getItem('threeshift.tab');
      } catch {
        return null;
      }
    })();
    if (kept) return kept;
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const fresh = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    try {
      sessionStorage.setItem('threeshift.tab', fresh);
    } catch {
      // Then each page of this tab is a tab of its own.
    }
    return fresh;
  })();

  /** The whole of it: one on a page, and in it what a screen reader hears when somebody comes or goes. */
  class Here extends HTMLElement {
    static observedAttributes = ['interview'];

    connectedCallback() {
      if (this.metronome) return;
      this.setAttribute('role', 'status');
      this.people = null;
      this.answered = this.reached = this.ticked = performance.now();
      this.next = 0;
      this.asking = null;
      this.soon = () => this.ask();
      this.offline = () => {
        this.reached = -Infinity;
        this.tick();
      };
      this.seen = () => document.visibilityState === 'visible' && this.ask();
      this.left = () => this.leave();
      document.addEventListener('somebody-moved', this.soon);
      document.addEventListener('visibilitychange', this.seen);
      addEventListener('online', this.soon);
      addEventListener('offline', this.offline);
      addEventListener('pageshow', this.soon);
      addEventListener('pagehide', this.left);
      this.watch = new MutationObserver(() => this.show());
      this.watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-person'] });
      this.metronome = metronome(() => this.tick());
    }

    disconnectedCallback() {
      // Whoever only moves it within the page is still here.
      queueMicrotask(() => {
        if (this.isConnected || !this.metronome) return;
        this.metronome();
        this.metronome = null;
        this.leave();
        this.watch.disconnect();
        document.removeEventListener('somebody-moved', this.soon);
        document.removeEventListener('visibilitychange', this.seen);
        removeEventListener('online', this.soon);
        removeEventListener('offline', this.offline);
        removeEventListener('pageshow', this.soon);
        removeEventListener('pagehide', this.left);
      });
    }

    attributeChangedCallback(name, before) {
      if (before === null || !this.metronome) return;
      this.people = null;
      this.ask();
    }

    get url() {
      return `/api/interviews/${this.getAttribute('interview')}/here`;
    }

    tick() {
      const now = performance.now();
      // A machine that slept has not asked in vain: it asks first.
      if (now - this.ticked > PATIENCE) {
        this.answered = Math.max(this.answered, now - LOST_AFTER + PATIENCE);
        this.reached = Math.max(this.reached, now - LOST_AFTER + PATIENCE);
      }
      this.ticked = now;
      const silent = (since) => now - since > LOST_AFTER;
      this.line(silent(this.reached) ? 'lost' : silent(this.answered) ? 'away' : 'stands');
      if (!this.asking && now >= this.next) this.beat();
    }

    ask() {
      this.next = 0;
      this.tick();
    }

    async beat() {
      const asking = new AbortController();
      const started = performance.now();
      const patience = setTimeout(() => asking.abort(), PATIENCE);
      this.asking = asking;
      this.next = started + BEAT;
      try {
        const answer = await fetch(this.url, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ connection: tab }),
          cache: 'no-store',
          redirect: 'error',
          signal: asking.signal,
        });
        if (answer.ok) this.hear((await answer.json()).people);
        else if ([401, 403, 404].includes(answer.status)) this.shownOut();
        else throw new Error(String(answer.status));
      } catch {
        // Its database may be away; or it was only a balancer that answered.
        if (this.asking === asking && (await pinged())) this.reachedServer();
      }
      clearTimeout(patience);
      if (this.asking !== asking) return;
      this.asking = null;
      if (this.answered < started) this.next = performance.now() + TRY_AGAIN;
    }

    reachedServer() {
      this.reached = performance.now();
    }

    hear(people) {
      this.answered = this.reached = performance.now();
      this.tick();
      const before = this.people;
      this.people = new Map(people.map((one) => [one.person, one]));
      this.show();
      if (before) this.say(before);
      const states = (some) => [...some.values()].map((one) => one.person + one.state).sort().join();
      if (before && states(before) !== states(this.people)) document.dispatchEvent(new Event('people'));
    }

    line(line) {
      if ((this.getAttribute('line') ?? 'stands') === line) return;
      this.setAttribute('line', line);
      this.show();
      document.dispatchEvent(new CustomEvent('line', { detail: line }));
    }

    /** Signed out elsewhere, or no longer of the interview: the page itself knows what to show then. */
    shownOut() {
      this.reachedServer();
      let last = 0;
      try {
        last = Number(sessionStorage.getItem('threeshift.shown-out') ?? 0);
        sessionStorage.setItem('threeshift.shown-out', String(Date.now()));
      } catch {
        return;
      }
      if (Date.now() - last > RELOADS_AFTER) location.reload();
    }

    /** Puts the words beside every person that the page names. */
    show() {
      if (!this.people) return;
      // Whoever hears nothing knows nothing about the others.
      const known = (this.getAttribute('line') ?? 'stands') === 'stands';
      for (const place of document.querySelectorAll('[data-person]')) {
        const one = this.people.get(place.dataset.person);
        const state = known ? (one?.state ?? 'away') : 'unknown';
        const words = (place.dataset[state] ?? '').replace('{time}', one ? this.time(one.since) : '');
        if (place.dataset.state !== state) place.dataset.state = state;
        if (place.textContent !== words) place.textContent = words;
      }
    }

    say(before) {
      const news = [];
      for (const place of document.querySelectorAll('[data-person][data-name]')) {
        const { person, name, state } = place.dataset;
        if ((before.get(person)?.state ?? 'away') !== state) news.push(`${name}: ${place.textContent}`);
      }
      if (news.length) this.textContent = [...new Set(news)].join('. ');
    }

    time(moment) {
      const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
      return new Intl.DateTimeFormat('en-GB', { ...format, timeZone: this.dataset.zone || undefined }).format(new Date(moment));
    }

    leave() {
      this.asking?.abort();
      this.asking = null;
      this.next = Infinity;
      const bye = new Blob([JSON.stringify({ connection: tab, leaving: true })], { type: 'application/json' });
      navigator.sendBeacon?.(this.url, bye);
    }
  }

  /** Whether the server answers anything at all, for which it needs no database. */
  async function pinged() {
    try {
      const answer = await fetch(SCRIPT, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
      return answer.ok;
    } catch {
      return false;
    }
  }

  /** Calls until it is stopped. */
  function metronome(tick) {
    try {
      const worker = new Worker(SCRIPT);
      worker.addEventListener('message', tick);
      return () => worker.terminate();
    } catch {
      const timer = setInterval(tick, TICK);
      return () => clearInterval(timer);
    }
  }

  customElements.define('interview-here', Here);
})();
