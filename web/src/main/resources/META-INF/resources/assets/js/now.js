// Keeps the waiting room's page current: a live line says when one stands otherwise, and that the page is open. Where the line is
// silent, the page asks every two seconds.
const TICK = 500;

// Browsers slow the timers of pages that nobody looks at down to one a minute; those of a worker go on.
if (typeof document === 'undefined') {
  setInterval(() => postMessage('tick'), TICK);
} else {
  const LOOK_AGAIN = 2_000;
  const SRC = '/practice/now/line';
  /** Between two beats of the line lie four seconds. */
  const QUIET_TOO_LONG = 10_000;
  const title = document.title;
  let asking = false;
  let next = 0;
  let source = null;
  let heard = 0;
  /** When the server said what the page shows: whatever this machine's own clock says. */
  let arrived = performance.now();

  const line = () => document.getElementById('line');

  const clock = (milliseconds) => {
    const seconds = Math.max(0, Math.round(milliseconds / 1_000));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };

  /** How long one waits, and how long one has to tap. */
  function show() {
    const passed = performance.now() - arrived;
    for (const waited of line().querySelectorAll('[data-waited]')) waited.textContent = clock(1_000 * waited.dataset.waited + passed);
    for (const left of line().querySelectorAll('[data-left]')) left.textContent = clock(1_000 * left.dataset.left - passed);
  }

  /** Whoever looks at another tab reads there that somebody is here for them. */
  function call() {
    document.title = line().dataset.state === 'found' ? `● ${line().dataset.said}` : title;
  }

  function alive() {
    heard = performance.now();
  }

  function connect() {
    source?.close();
    alive();
    source = new EventSource(`/practice/now/events?seen=${encodeURIComponent(line().dataset.version)}`);
    source.addEventListener('open', alive);
    source.addEventListener('beat', alive);
    source.addEventListener('line', (event) => {
      alive();
      if (event.data !== line().dataset.version) look();
    });
  }

  function hangUp() {
    source?.close();
    source = null;
  }

  async function look() {
    asking = true;
    next = performance.now() + LOOK_AGAIN;
    try {
      const answer = await fetch(SRC, {
        headers: { 'X-Requested-With': 'fetch' },
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(5_000),
      });
      if (answer.status === 401 || answer.status === 404) location.reload();
      if (answer.ok) adopt(new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('line'));
    } catch {
      // The next look will.
    }
    asking = false;
  }

  function adopt(fresh) {
    const old = line();
    if (!fresh || fresh.dataset.version === old.dataset.version) return;
    const inside = old.contains(document.activeElement);
    old.replaceWith(fresh);
    arrived = performance.now();
    show();
    if (inside) document.getElementById('main').focus({ preventScroll: true });
    if (fresh.dataset.said !== old.dataset.said) document.getElementById('said').textContent = fresh.dataset.said;
    call();
    if (fresh.dataset.goesTo) location.assign(fresh.dataset.goesTo);
  }

  function tick() {
    show();
    // Whoever is not in the line need not be asked after.
    if (line().dataset.state === 'outside') return hangUp();
    const quiet = performance.now() - heard > QUIET_TOO_LONG;
    if (!source || (quiet && source.readyState === EventSource.CLOSED)) connect();
    // The time to tap that runs out is no event.
    const out = [...line().querySelectorAll('[data-left]')].some((left) => 1_000 * left.dataset.left < performance.now() - arrived);
    if (!asking && performance.now() >= next && (quiet || out)) look();
  }

  try {
    new Worker(import.meta.url, { type: 'module' }).addEventListener('message', tick);
  } catch {
    setInterval(tick, TICK);
  }
  addEventListener('pagehide', hangUp);
  show();
  call();
}
