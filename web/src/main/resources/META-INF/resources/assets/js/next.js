// What presses on home: lets each countdown tick, and asks for all of it anew when the clock alone changes it. Without this script
// the sentences that the server wrote stand.

const MINUTE = 60_000;
const LONGEST_TIMER = 86_400_000;

const calm = matchMedia('(prefers-reduced-motion: reduce)');
const fill = (words, ...parts) => parts.reduce((text, part, index) => text.replace(`{${index}}`, part), words);

let tick;
let change;

/** The server's clock, whatever this machine's says. */
let ahead = 0;
const now = () => Date.now() + ahead;

const words = (left, place) => {
  const minutes = Math.ceil(left / MINUTE);
  if (left < 10 * MINUTE && !calm.matches) {
    const seconds = Math.ceil(left / 1_000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }
  if (minutes < 60) return fill(place.dataset.minutes, minutes);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1_440) return fill(place.dataset.hours, hours, minutes % 60);
  return fill(place.dataset.days, Math.floor(hours / 24), hours % 24);
};

const count = () => {
  const place = document.getElementById('next');
  let wait = Infinity;
  for (const line of place?.querySelectorAll('[data-until]') ?? []) {
    const left = Date.parse(line.dataset.until) - now();
    if (left <= 0) continue;
    line.textContent = fill(line.dataset.prefix, words(left, place));
    // By the second only near the end, and never for whoever wants little to move.
    const step = left < 10 * MINUTE + 1_000 && !calm.matches ? 1_000 : MINUTE;
    wait = Math.min(wait, Math.max(left % step, 50) + 5);
  }
  if (wait < Infinity) tick = setTimeout(count, wait);
};

/** The sentences on what can be joined. */
const said = (place) => [...place.querySelectorAll('[data-said]')].map((thing) => thing.dataset.said);

const look = async () => {
  const old = document.getElementById('next');
  try {
    const answer = await fetch(old.dataset.src, { headers: { 'X-Requested-With': 'fetch' }, cache: 'no-store', redirect: 'error' });
    if (!answer.ok) throw new Error(String(answer.status));
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('next');
    if (!next) return;
    const before = [...old.querySelectorAll('a')].indexOf(document.activeElement);
    const href = document.activeElement?.href;
    old.replaceWith(next);
    if (before >= 0) {
      const links = [...next.querySelectorAll('a')];
      (links.find((link) => link.href === href) ?? links[before] ?? links[0])?.focus({ preventScroll: true });
    }
    const fresh = said(next).filter((sentence) => !said(old).includes(sentence));
    if (fresh.length) document.getElementById('next-said').textContent = fresh.join(' ');
    arrange();
  } catch {
    change = setTimeout(look, MINUTE);
  }
};

const arrange = () => {
  clearTimeout(tick);
  clearTimeout(change);
  const place = document.getElementById('next');
  if (!place?.dataset.now) return;
  ahead = Date.parse(place.dataset.now) - Date.now();
  count();
  const { changesAt } = place.dataset;
  if (changesAt) change = setTimeout(look, Math.min(Math.max(Date.parse(changesAt) - now(), 0) + 300, LONGEST_TIMER));
};

arrange();
calm.addEventListener('change', () => {
  clearTimeout(tick);
  count();
});
// A page that slept, or was left for a while, may show what is long over.
let hidden = 0;
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') hidden = Date.now();
  else if (hidden && Date.now() - hidden > MINUTE && document.getElementById('next')?.dataset.src) look();
});
addEventListener('pageshow', (event) => {
  if (event.persisted && document.getElementById('next')?.dataset.src) look();
});
