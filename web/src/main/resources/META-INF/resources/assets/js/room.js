// Keeps a candidate's room current: follows the live line, lets clocks run, and loses nothing that was typed.
import { onGap } from './console/server-time.js';

const QUIET_TOO_LONG = 9_000;
const TRY_AGAIN = 3_000;
const SAVE_AFTER = 700;
const DISTANCE_EVERY = 30_000;

const byId = (id) => document.getElementById(id);
const room = byId('room');

const kept = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // A browser that keeps nothing still saves to the server.
    }
  },
};

visitorsOwnTime();
if (room) {
  clocks();
  selfScoreDrafts();
  notes();
  live();
}

/** Times on the visitor's own wall clock, and their zone for the form. */
function visitorsOwnTime() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  for (const time of document.querySelectorAll('time[data-local]')) {
    const at = new Date(time.dateTime);
    const format = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
    time.textContent = new Intl.DateTimeFormat('en-GB', format).format(at);
    const name = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'long' })
      .formatToParts(at)
      .find((part) => part.type === 'timeZoneName');
    const label = time.parentElement.querySelector('[data-local-zone]');
    if (label && name) label.textContent = name.value;
  }
  for (const form of document.querySelectorAll('form[data-zone]')) {
    form.elements.namedItem(form.dataset.zone).value = zone ?? '';
  }
}

/** Clocks run on from what the server said, by this machine's steady clock: its wall clock may be wrong. */
function clocks() {
  const started = new WeakMap();
  const show = () => {
    for (const clock of document.querySelectorAll('[data-clock]')) {
      if (!started.has(clock)) started.set(clock, performance.now());
      const spent = Number(clock.dataset.clock) + performance.now() - started.get(clock);
      const text = inWords(spent);
      if (clock.textContent !== text) clock.textContent = text;
      clock.parentElement.classList.toggle('over', spent > Number(clock.dataset.planned));
    }
  };
  const inWords = (millis) => {
    const seconds = Math.max(0, Math.floor(millis / 1000));
    const two = (number) => String(number).padStart(2, '0');
    const hours = Math.floor(seconds / 3600);
    const minutes = Math.floor(seconds / 60) % 60;
    return hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
  };
  setInterval(show, 250);
  show();
}

/** Levels that were chosen but not saved stay in this browser until they are. */
function selfScoreDrafts() {
  const key = `threeshift.room.${room.dataset.interview}.score`;
  const restore = () => {
    const form = document.querySelector('form[data-draft]');
    if (!form) {
      if (['waiting', 'published'].includes(byId('stage').dataset.stage)) kept.set(key, null);
      return;
    }
    for (const [name, value] of Object.entries(JSON.parse(kept.get(key) ?? '{}'))) {
      const choice = form.querySelector(`input[type="radio"][name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
      if (choice) choice.checked = true;
    }
  };
  document.addEventListener('change', (event) => {
    const form = event.target.closest?.('form[data-draft]');
    if (!form) return;
    const chosen = [...form.querySelectorAll('input[type="radio"]:checked')].map((radio) => [radio.name, radio.value]);
    kept.set(key, JSON.stringify(Object.fromEntries(chosen)));
  });
  document.addEventListener('stage', restore);
  // What was chosen in another window is chosen here.
  addEventListener('storage', (event) => {
    if (event.key === key && event.newValue) restore();
  });
  restore();
  byId('errors')?.focus();
}

function notes() {
  const box = byId('notes');
  const text = byId('notes-text');
  const state = byId('notes-state');
  const problem = byId('notes-problem');
  const found = byId('notes-found');
  const form = text.form;
  const key = `threeshift.room.${room.dataset.interview}.notes`;
  const before = form.elements.namedItem('before');
  let saved = text.value;
  const tried = new Set();
  let timer = 0;
  let sending = false;
  let composing = false;
  let waiting = null;
  // Of this browser. Those of another machine are heard of when this one is looked at again, or when both save.
  const windows = 'BroadcastChannel' in window ? new BroadcastChannel(key) : null;

  byId('notes-save').hidden = true;
  if (!problem.textContent) {
    const left = kept.get(key);
    if (left !== null && left !== saved) found.hidden = false;
    else kept.set(key, null);
  }

  const save = async () => {
    clearTimeout(timer);
    const typed = text.value;
    if (sending) return;
    if (typed === saved) return stands({ text: saved, savedAt: before.value });
    sending = true;
    tried.add(typed);
    state.textContent = box.dataset.saving;
    let again = TRY_AGAIN;
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'X-Requested-With': 'fetch', Accept: 'application/json' },
        body: new URLSearchParams({ text: typed, before: before.value, _csrf: form.elements.namedItem('_csrf').value }),
      });
      if (answer.ok) {
        const { savedAt } = await answer.json();
        stands({ text: typed, savedAt });
        again = 0;
        if (text.hasAttribute('aria-invalid')) {
          problem.textContent = '';
          text.removeAttribute('aria-invalid');
        }
        windows?.postMessage({ text: typed, savedAt });
      } else if (answer.status === 409) {
        follow(await answer.json());
        again = SAVE_AFTER;
      } else {
        state.textContent = box.dataset.notSaved;
        if (answer.status === 422) {
          problem.textContent = (await answer.json()).problem;
          text.setAttribute('aria-invalid', 'true');
          again = 0;
        }
      }
    } catch {
      state.textContent = box.dataset.notSaved;
    }
    sending = false;
    if (again) timer = setTimeout(save, again);
    else if (text.value !== typed) timer = setTimeout(save, SAVE_AFTER);
  };

  /** So it lies on the server. */
  const stands = (note) => {
    saved = note.text;
    before.value = note.savedAt;
    tried.clear();
    state.textContent = note.savedAt ? box.dataset.saved.replace('{time}', clockTime(new Date(note.savedAt))) : '';
    if (kept.get(key) === saved) kept.set(key, null);
  };

  /** Another window has saved; or this one, when an answer was lost, and then there is nothing to add. */
  const follow = (other) => {
    if (composing) {
      waiting = other;
      return;
    }
    if (before.value && Date.parse(other.savedAt) <= Date.parse(before.value)) return;
    const own = tried.has(other.text);
    const both = !own && text.value !== saved && text.value !== other.text;
    const next = own ? text.value : merged(saved, text.value, other.text);
    stands(other);
    if (next !== text.value) {
      const caret = [text.selectionStart, text.selectionEnd].map((at) => moved(text.value, next, at));
      text.value = next;
      if (document.activeElement === text) text.setSelectionRange(...caret);
    }
    if (next !== saved) {
      state.textContent = box.dataset.saving;
      kept.set(key, next);
      clearTimeout(timer);
      timer = setTimeout(save, SAVE_AFTER);
    }
    if (!both) return;
    problem.textContent = box.dataset.overtaken;
    setTimeout(() => {
      if (problem.textContent === box.dataset.overtaken) problem.textContent = '';
    }, 20_000);
  };

  const askServer = async () => {
    try {
      const answer = await fetch(form.action, { headers: { Accept: 'application/json' }, cache: 'no-store', redirect: 'error' });
      if (answer.ok) {
        const note = await answer.json();
        if (note.savedAt) follow(note);
      }
    } catch {
      // The next look will.
    }
  };

  const typed = () => {
    found.hidden = true;
    kept.set(key, text.value);
    state.textContent = box.dataset.saving;
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_AFTER);
  };

  text.addEventListener('input', typed);
  text.addEventListener('blur', save);
  text.addEventListener('compositionstart', () => (composing = true));
  text.addEventListener('compositionend', () => {
    composing = false;
    if (waiting) follow(waiting);
    waiting = null;
  });
  windows?.addEventListener('message', (event) => follow(event.data));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
    else askServer();
  });
  document.addEventListener('line', (event) => {
    if (event.detail === 'stands') askServer().then(save);
  });
  box.addEventListener('click', (event) => {
    const choice = event.target.closest?.('[data-notes]')?.dataset.notes;
    if (!choice) return;
    if (choice === 'restore') {
      text.value = kept.get(key) ?? text.value;
      typed();
    } else {
      kept.set(key, null);
      found.hidden = true;
    }
    text.focus();
  });
}

/** Where two texts part: how long they are alike at both ends. */
function parting(one, other) {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return { start, end };
}

/** What two windows have made of one text, with all words of both. */
function merged(base, mine, theirs) {
  if (mine === base || mine === theirs) return theirs;
  if (theirs === base) return mine;
  const change = (text) => {
    const { start, end } = parting(base, text);
    return { from: start, to: base.length - end, words: text.slice(start, text.length - end) };
  };
  const own = change(mine);
  const other = change(theirs);
  const [first, second] = own.from < other.from ? [own, other] : [other, own];
  if (first.to <= second.from && first.from < second.from) {
    return base.slice(0, first.from) + first.words + base.slice(first.to, second.from) + second.words + base.slice(second.to);
  }
  // Both have written at one place: one below the other.
  const from = Math.min(own.from, other.from);
  const to = Math.max(own.to, other.to);
  const whole = (one) => base.slice(from, one.from) + one.words + base.slice(one.to, to);
  return base.slice(0, from) + [whole(other), whole(own)].filter((words) => words.trim()).join('\n\n') + base.slice(to);
}

/** Where a place of a text is in another one that came of it. */
function moved(before, after, at) {
  const { start, end } = parting(before, after);
  if (at <= start) return at;
  return at >= before.length - end ? after.length - (before.length - at) : after.length - end;
}

function clockTime(date) {
  // By the clock of the page, whatever this machine's is.
  const timeZone = document.querySelector('interview-here')?.dataset.zone || undefined;
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(date);
}

/** Shows what the interview came to, within a moment when the line stands and within seconds when it does not. */
function live() {
  let source = null;
  let heard = Date.now();
  let looks = 0;
  let shown = 0;
  let change = 0;

  const stage = () => byId('stage');

  const connect = () => {
    source?.close();
    source = new EventSource(`${room.dataset.events}?seen=${encodeURIComponent(stage().dataset.version)}`);
    source.addEventListener('open', alive);
    source.addEventListener('beat', alive);
    source.addEventListener('stage', (event) => {
      alive();
      if (event.data !== stage().dataset.version) look();
    });
    source.addEventListener('somebody', () => document.dispatchEvent(new Event('somebody-moved')));
    source.addEventListener('error', () => look());
  };

  const alive = () => {
    heard = Date.now();
  };

  /** Whether the line stands is known in one place, here.js: this page only says it. */
  const line = (now) => {
    const words = { lost: room.dataset.saidLost, away: room.dataset.saidAway, stands: room.dataset.saidBack }[now];
    byId('line-lost').hidden = now === 'stands';
    byId('line-lost').firstElementChild.textContent = words;
    byId('said').textContent = words;
    if (now !== 'stands') return;
    // The stream may have died without a word.
    connect();
    look();
  };

  /** Asks for the stage; an answer that a newer one overtook is dropped. */
  const look = async ({ anew = false, from = stage().dataset.src } = {}) => {
    const number = ++looks;
    try {
      const answer = await fetch(from, {
        headers: { 'X-Requested-With': 'fetch', ...(anew ? {} : { 'If-None-Match': `"${stage().dataset.version}"` }) },
        cache: 'no-store',
        redirect: 'error',
        signal: AbortSignal.timeout(5_000),
      });
      if (answer.status === 401 || answer.status === 404) {
        location.reload();
        return;
      }
      if (answer.status !== 304 && !answer.ok) throw new Error(String(answer.status));
      if (answer.status !== 304) adopt(await answer.text(), number);
    } catch {
      document.dispatchEvent(new Event('somebody-moved'));
    }
  };

  /** What somebody who hears the page instead of seeing it should know of a stage. */
  const said = (some) => `${some.dataset.said}. ${some.querySelector('#stage-title').textContent}`;

  const adopt = (html, number) => {
    if (number < shown) return;
    shown = number;
    const next = new DOMParser().parseFromString(html, 'text/html').getElementById('stage');
    if (!next) return;
    const old = stage();
    const inside = old.contains(document.activeElement);
    const focused = inside ? document.activeElement.id : '';
    for (const details of old.querySelectorAll('details[open]')) next.querySelector(`#${details.id}`)?.setAttribute('open', '');
    const before = said(old);
    old.replaceWith(next);
    const moved = said(next) !== before;
    document.title = next.dataset.title;
    if (moved) byId('said').textContent = said(next);
    else if (next.dataset.paused !== old.dataset.paused) byId('said').textContent = next.dataset.paused ?? room.dataset.saidResumed;
    else if (next.dataset.aside && next.dataset.aside !== old.dataset.aside) byId('said').textContent = next.dataset.aside;
    if (inside) ((focused && byId(focused)) || byId('stage-title')).focus({ preventScroll: true });
    if (moved && !byId('notes').contains(document.activeElement)) window.scrollTo({ top: 0 });
    document.dispatchEvent(new Event('stage'));
    arranged();
    // Both agreed to swap chairs while this page was open: it leads on. Opened later, it stays where it is.
    if (next.dataset.goesTo && !old.dataset.goesTo) location.assign(next.dataset.goesTo);
  };

  /** How far off the hour is, in the server's words: nothing else on the page changes with it. */
  const distance = async () => {
    const shown = document.querySelector('[data-distance]');
    if (!shown || document.visibilityState !== 'visible') return;
    try {
      const answer = await fetch(stage().dataset.src, { headers: { 'X-Requested-With': 'fetch' }, cache: 'no-store', redirect: 'error' });
      if (!answer.ok) return;
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-distance]');
      if (next && shown.textContent !== next.textContent) shown.replaceWith(next);
    } catch {
      // Said again in a moment.
    }
  };
  setInterval(distance, DISTANCE_EVERY);

  /** What a new stage needs: coming in by itself, and a look when the clock alone changes it. */
  const arranged = () => {
    clearTimeout(change);
    const { now, changesAt } = stage().dataset;
    // A timer holds at most 24 days.
    if (changesAt) change = setTimeout(() => look(), Math.min(Date.parse(changesAt) - Date.parse(now) + 200, 86_400_000));
    arrive();
  };

  const arrive = async () => {
    const form = document.querySelector('form[data-arrive]');
    if (!form || document.visibilityState !== 'visible') return;
    delete form.dataset.arrive;
    const number = ++looks;
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'X-Requested-With': 'fetch' },
        body: new URLSearchParams(new FormData(form)),
      });
      if (answer.ok) adopt(await answer.text(), number);
      else form.dataset.arrive = 'now';
    } catch {
      form.dataset.arrive = 'now';
    }
  };

  /** Sends the own score without leaving the page: a call goes on. The answer is the stage, also when something is missing. */
  const score = async (form) => {
    const number = ++looks;
    const problem = byId('score-problem');
    problem.hidden = true;
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        headers: { 'X-Requested-With': 'fetch' },
        body: new URLSearchParams(new FormData(form)),
        redirect: 'error',
      });
      if (answer.status === 401 || answer.status === 404) location.reload();
      else if (!answer.ok && answer.status !== 422) throw new Error(String(answer.status));
      else {
        adopt(await answer.text(), number);
        (byId('errors') ?? byId('room-problem') ?? byId('stage-title'))?.focus();
      }
    } catch {
      problem.textContent = form.dataset.notSent;
      problem.hidden = false;
    }
  };

  document.addEventListener('submit', (event) => {
    if (!event.target.matches('#stage form[data-draft]')) return;
    event.preventDefault();
    score(event.target);
  });

  /** To change the own score, and back, without leaving the page either. */
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-stage-from]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    look({ anew: true, from: link.dataset.stageFrom });
  });

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') {
      arrive();
      look();
    }
  });
  // A machine that has slept has lost time: its clocks go on from what the server says.
  onGap(() => look({ anew: true }));
  document.addEventListener('line', (event) => line(event.detail));
  // Nobody rings for whoever goes: this page heard of it with its own beat.
  document.addEventListener('people', () => stage().dataset.stage === 'lobby' && look());
  addEventListener('pagehide', () => source?.close());
  addEventListener('pageshow', (event) => {
    if (event.persisted) {
      connect();
      look();
    }
  });
  setInterval(() => {
    const quiet = Date.now() - heard > QUIET_TOO_LONG;
    if (quiet) look();
    if (source.readyState === EventSource.CLOSED || (quiet && Date.now() - heard > 4 * QUIET_TOO_LONG)) {
      heard = Date.now();
      connect();
    }
  }, TRY_AGAIN);

  document.title = stage().dataset.title;
  connect();
  arranged();
}
