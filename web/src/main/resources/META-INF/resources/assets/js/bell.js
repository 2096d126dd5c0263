// Keeps the number at the bell current: when somebody comes back to the page, and each minute while they are at it. A line of its own for
// the bell of every open page would cost more than it tells; and a page that nobody touches must not keep its person signed in.
const EVERY = 60_000;
const AT_IT = 5 * 60_000;
const NOT_BEFORE = 2_000;
const bell = document.querySelector('.bell');
let asked = performance.now();
let touched = asked;
let asking = false;

async function look() {
  if (asking || document.hidden || performance.now() - asked < NOT_BEFORE) return;
  asking = true;
  asked = performance.now();
  try {
    const answer = await fetch('/messages/bell', {
      headers: { 'X-Requested-With': 'fetch' },
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(5_000),
    });
    if (answer.ok) adopt(new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.bell'));
  } catch {
    // The next look will.
  }
  asking = false;
}

function adopt(fresh) {
  if (fresh && fresh.textContent !== bell.textContent) bell.replaceChildren(...fresh.childNodes);
}

if (bell) {
  for (const what of ['pointerdown', 'keydown', 'scroll']) {
    addEventListener(what, () => { touched = performance.now(); }, { capture: true, passive: true });
  }
  document.addEventListener('visibilitychange', () => {
    touched = performance.now();
    look();
  });
  addEventListener('pageshow', (event) => { if (event.persisted) look(); });
  setInterval(() => { if (performance.now() - touched < AT_IT) look(); }, EVERY);
}

// A message on this device was pressed, and its worker asks whether this window goes to what it tells of: not while something is typed here
// that would be lost, nor out of a room, where somebody may be talking.
const typed = (field) =>
  field.type === 'checkbox' || field.type === 'radio'
    ? field.checked !== field.defaultChecked
    : field.type === 'hidden' || field.type === 'submit'
      ? false
      : field.options
        ? field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected))
        : field.value !== field.defaultValue;
const busy = () =>
  Boolean(document.querySelector('interview-here, live-call, #line')) ||
  [...document.querySelectorAll('main input, main textarea, main select')].some(typed);

navigator.serviceWorker?.addEventListener('message', (event) => {
  if (!event.data || typeof event.data.go !== 'string') return;
  const free = !busy();
  event.ports[0]?.postMessage(free);
  if (free && /^\/(?!\/)/.test(event.data.go)) location.assign(event.data.go);
});
navigator.serviceWorker?.startMessages();
