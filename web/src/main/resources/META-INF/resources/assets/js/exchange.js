// Keeps an exchange's page current: looks again every few seconds while somebody has it before them.
const LOOK_AGAIN = 3_000;

const standing = () => document.getElementById('standing');

async function look() {
  if (document.visibilityState !== 'visible') return;
  const old = standing();
  try {
    const answer = await fetch(old.dataset.src, {
      headers: { 'X-Requested-With': 'fetch', 'If-None-Match': `"${old.dataset.version}"` },
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    });
    if (answer.status === 401 || answer.status === 404) location.reload();
    if (!answer.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('standing');
    if (next && next.dataset.version !== standing().dataset.version) adopt(next);
  } catch {
    // The next look will.
  }
}

function adopt(next) {
  const old = standing();
  const inside = old.contains(document.activeElement);
  old.replaceWith(next);
  if (inside) document.getElementById('main').focus({ preventScroll: true });
  if (next.dataset.said !== old.dataset.said) document.getElementById('said').textContent = next.dataset.said;
  if (next.dataset.goesTo && !old.dataset.goesTo) location.assign(next.dataset.goesTo);
}

setInterval(look, LOOK_AGAIN);
document.addEventListener('visibilitychange', look);
