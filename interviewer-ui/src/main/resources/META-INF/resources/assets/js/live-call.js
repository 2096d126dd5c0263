// The call of an interview: sound and pictures from browser to browser, in the room and in the console alike.
// It asks for no camera before somebody wants one, takes the focus from nothing, and the interview goes on without it.
import { Devices } from './call/devices.js';
import { Line, Refused, TRY_AGAIN } from './call/line.js';
import { kept, tab } from './call/memory.js';
import { Peer } from './call/peer.js';
import { Screen } from './call/screen.js';
import { Tiles } from './call/tiles.js';

/** A page that was in the call so shortly ago was reloaded. */
const COMES_BACK_WITHIN = 5 * 60_000;
/** How long a way that stands is kept to somebody whom the server does not list: a server that has just started lists nobody. */
const UNLISTED = 30_000;
/** After these there is no call to join. */
const OVER = new Set(['closed', 'moved', 'not-there']);

/** What this browser lacks for a call: the key of a sentence, or nothing. */
const lacking = () => {
  if (!('RTCPeerConnection' in window && 'restartIce' in RTCPeerConnection.prototype)) return 'old';
  if (!window.isSecureContext) return 'insecure';
  return navigator.mediaDevices?.getUserMedia ? '' : 'old';
};

/** Under what a tab remembers that it is in a call. */
const memory = (call) => `threeshift.call.${call}`;

/**
 * Its attributes: `call`, the address of the call; `texts`, all its sentences as JSON; `after`, the address of the call that
 * this one goes on from, if any: whoever comes from there is in at once. Its state is out, joining or in.
 */
class LiveCall extends HTMLElement {
  static observedAttributes = ['call', 'texts', 'hidden'];

  connectedCallback() {
    // Whoever puts it on the page may still be setting its attributes.
    queueMicrotask(() => this.begin());
  }

  attributeChangedCallback(name, _, value) {
    if (name === 'hidden') this.shown(value === null);
    else queueMicrotask(() => this.begin());
  }

  /** Moved about on the page, it goes on. */
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected || !this.begun) return;
      this.begun = false;
      this.line.leave();
      this.hangUp();
      this.devices.close();
      this.screen.close();
      this.life.abort();
    });
  }

  begin() {
    if (this.begun || !this.isConnected || !this.getAttribute('call') || !this.getAttribute('texts')) return;
    this.begun = true;
    this.texts = JSON.parse(this.getAttribute('texts'));
    this.memory = memory(this.getAttribute('call'));
    this.state = 'out';
    this.checked = false;
    this.over = false;
    this.moved = false;
    this.before = null;
    this.silent = false;
    this.callers = [];
    this.seated = null;
    this.peers = new Map();
    this.lacks = lacking();
    this.note = this.lacks && { key: this.lacks };
    this.life = new AbortController();
    this.line = new Line(this.getAttribute('call'), {
      seated: (people) => this.heardSeated(people),
      callers: (callers) => this.heardCallers(callers),
      signal: ({ from, body }) => this.peers.get(from)?.receive(body),
      out: (reason, again) => this.heardOut(reason, again),
    });
    this.devices = new Devices(() => this.devicesChanged(), this.life.signal);
    this.tiles = new Tiles(this);
    this.screen = new Screen(this);
    this.listen();
    this.draw();
    this.watchOrReturn();
  }

  listen() {
    const { signal } = this.life;
    addEventListener('pagehide', () => this.going(), { signal });
    addEventListener('pageshow', (event) => event.persisted && this.watchOrReturn(), { signal });
    addEventListener('online', () => this.networkChanged(), { signal });
    document.addEventListener('visibilitychange', () => this.watchWhileVisible(), { signal });
    // The room's other parts have changed: perhaps the host has chosen another place to meet, or taken it back.
    document.addEventListener('stage', () => this.shown(this.checkVisibility()), { signal });
  }

  /** @param places what stands in the sentence for {name} or {names} */
  text(key, places = {}) {
    return Object.entries(places).reduce((words, [name, value]) => words.replaceAll(`{${name}}`, () => value), this.texts[key] ?? key);
  }

  say(key, places) {
    this.screen.say(key, places);
  }

  draw() {
    if (this.begun) this.screen.draw();
  }

  get connection() {
    return this.line.connection;
  }

  /** The names of everybody else who is in. */
  get others() {
    return this.callers.filter((caller) => caller.person !== this.line.known?.person).map((caller) => caller.name);
  }

  // ---- coming and going

  /** After a reload the call goes on; otherwise the page only watches who is in. */
  async watchOrReturn() {
    // Where there is no call, nobody asks for one.
    this.asleep = this.hidden;
    if (this.asleep || this.lacks === 'old') return;
    if (document.readyState !== 'complete') await new Promise((loaded) => addEventListener('load', loaded, { once: true }));
    const before = this.recall(this.memory) ?? this.recall(memory(this.getAttribute('after')));
    if (!before) {
      this.watchWhileVisible();
      return;
    }
    await this.join(before);
  }

  /** What this tab did in a call shortly ago. */
  recall(key) {
    const before = kept.read(tab, key);
    return before && Date.now() - before.at <= COMES_BACK_WITHIN ? before : null;
  }

  /** A page in the background that is not in the call needs no line. */
  watchWhileVisible() {
    if (this.state !== 'out' || this.lacks === 'old' || this.over || this.asleep || !this.begun) return;
    if (document.visibilityState === 'hidden') this.line.close();
    else if (!this.line.source) this.watch();
  }

  /** The page puts the call out of sight when it is over or takes place elsewhere: the line then says which, and ends it. */
  shown(inSight) {
    if (!this.begun) return;
    if (!inSight && this.state === 'in') this.line.stands();
    if (inSight && this.asleep) this.watchOrReturn();
    if (!inSight || !this.moved) return;
    this.moved = this.over = false;
    this.note = this.lacks && { key: this.lacks };
    this.watchWhileVisible();
    this.draw();
  }

  async watch() {
    try {
      await this.line.fresh();
      if (this.state === 'out' && !this.line.source) this.line.watch();
    } catch (problem) {
      // Long over before this page came: then there is nothing to show.
      if (problem instanceof Refused) {
        this.moved = problem.reason === 'moved';
        this.over = true;
        if (!this.moved) this.hidden = true;
        this.draw();
      } else setTimeout(() => this.watchWhileVisible(), TRY_AGAIN);
    }
  }

  async check() {
    await this.devices.open({ audio: true, video: true });
    this.note = this.devices.problem && { key: this.devices.problem, again: true };
    this.checked = true;
    this.draw();
  }

  async joinWithoutCamera() {
    this.devices.close('video');
    await this.devices.open({ audio: true, video: false });
    await this.join();
  }

  /** After the call went to another window, or the line was silent for too long: with the devices that were on. */
  joinAgain() {
    return this.join(this.before);
  }

  /** @param before the devices as they were, when they are to be opened again */
  async join(before) {
    if (this.state !== 'out') return;
    this.state = 'joining';
    this.draw();
    if (before?.devices && !this.lacks) {
      await this.devices.open({ audio: true, video: before.picture });
      if (this.devices.audio) this.devices.audio.enabled = before.sound;
    }
    this.note = this.devices.problem ? { key: this.devices.problem } : this.lacks && { key: this.lacks };
    this.draw();
    try {
      await this.line.settings();
      await this.line.enter();
      this.state = 'in';
      this.remember();
      kept.write(tab, memory(this.getAttribute('after')), null);
    } catch (problem) {
      this.state = 'out';
      this.over = OVER.has(problem.reason);
      this.note = problem instanceof Refused && problem.message ? { words: problem.message } : { key: 'unreachable' };
      this.note.rejoin = !this.over;
      this.watchWhileVisible();
    }
    this.draw();
  }

  leave() {
    kept.write(tab, this.memory, null);
    this.line.leave();
    this.hangUp();
    this.devices.close();
    this.checked = false;
    this.note = this.lacks && { key: this.lacks };
    this.say('left-self');
    this.watchWhileVisible();
    this.draw();
  }

  hangUp() {
    for (const peer of this.peers.values()) peer.close();
    this.peers.clear();
    this.tiles.clear();
    this.state = 'out';
  }

  going() {
    if (this.state === 'in') this.remember();
    this.line.leave();
    this.hangUp();
  }

  /** For the page that comes after a reload. */
  remember() {
    kept.write(tab, this.memory, this.asNow());
  }

  asNow() {
    const { audio, video } = this.devices;
    return {
      at: Date.now(),
      devices: Boolean(audio || video),
      sound: audio ? audio.enabled : true,
      picture: Boolean(video),
    };
  }

  networkChanged() {
    if (this.line.source) this.line.follow();
    for (const peer of this.peers.values()) peer.restart();
  }

  // ---- what the line tells

  /** Who may be in: somebody who was taken off hears nothing more at once, whatever their page does. */
  heardSeated(people) {
    this.seated = new Set(people);
    this.meet();
    this.draw();
  }

  heardCallers(callers) {
    this.callers = callers;
    this.meet();
    this.draw();
  }

  /** A way to everybody who is in. A server that has just started may not know them yet: a way that stands is kept for a while. */
  meet() {
    if (this.state !== 'in') return;
    const others = this.callers.filter((caller) => caller.person !== this.line.known.person && this.maySit(caller.person));
    for (const [connection, peer] of this.peers) {
      const now = others.find((caller) => caller.person === peer.person);
      if (now) peer.unlisted = 0;
      if (now ? now.connection === connection : this.maySit(peer.person) && peer.alive && this.waitsFor(peer)) continue;
      this.peers.delete(connection);
      peer.close();
    }
    for (const caller of others) {
      this.tiles.of(caller);
      if (!this.peers.has(caller.connection)) this.peers.set(caller.connection, new Peer(this, caller, this.line.known.iceServers));
    }
    this.tiles.follow(this.peers);
    for (const peer of this.peers.values()) peer.limit();
  }

  maySit(person) {
    return !this.seated || this.seated.has(person);
  }

  /** Only the time counts in which the server could have listed them. */
  waitsFor(peer) {
    if (!peer.unlisted || !this.line.lives) {
      peer.unlisted = Date.now();
      setTimeout(() => this.peers.get(peer.connection) === peer && this.meet(), UNLISTED + 1_000);
    }
    return Date.now() - peer.unlisted < UNLISTED;
  }

  heardOut(reason, again) {
    if (reason === 'lapsed' && this.state === 'in') {
      this.comeBack(again);
      return;
    }
    if (this.state === 'in') this.before = this.asNow();
    this.hangUp();
    kept.write(tab, this.memory, null);
    this.over = OVER.has(reason);
    this.moved = reason === 'moved';
    this.devices.close();
    this.checked = false;
    this.note = { key: `out-${reason}`, rejoin: !this.over };
    this.watchWhileVisible();
    this.draw();
  }

  /** The server has forgotten this page, as after a crash; the ways to others stand nevertheless. */
  async comeBack(again) {
    try {
      const connection = await this.line.enter(again);
      if (connection === again) return;
      for (const peer of this.peers.values()) peer.close();
      this.peers.clear();
      this.meet();
    } catch (problem) {
      if (problem instanceof Refused && problem.reason) this.heardOut(problem.reason);
      else setTimeout(() => this.state === 'in' && !this.connection && this.comeBack(again), TRY_AGAIN);
    }
  }

  // ---- own sound and picture

  toggleSound() {
    const { audio } = this.devices;
    if (!audio) return this.reopen({ audio: true });
    audio.enabled = !audio.enabled;
    this.say(audio.enabled ? 'sound-on' : 'sound-off');
    return this.devicesChanged();
  }

  togglePicture() {
    if (!this.devices.video) return this.reopen({ video: true });
    this.devices.close('video');
    this.say('picture-off');
    return this.devicesChanged();
  }

  async reopen(wanted) {
    await this.devices.open(wanted);
    this.note = this.devices.problem ? { key: this.devices.problem } : null;
    if (!this.note) this.say(wanted.audio ? 'sound-on' : 'picture-on');
    this.devicesChanged();
  }

  devicesChanged() {
    for (const peer of this.peers.values()) peer.fill();
    if (this.state === 'in') this.remember();
    this.draw();
  }

  /** Some line became too weak for pictures, or strong enough again. */
  weakened() {
    const weak = [...this.peers.values()].some((peer) => peer.quality.audioOnly);
    this.say(weak ? 'paused-self' : 'resumed-self');
    this.draw();
  }

  silenced() {
    this.silent = true;
    this.draw();
  }

  unlock() {
    this.silent = false;
    this.tiles.unlock();
    this.draw();
  }
}

if (!customElements.get('live-call')) customElements.define('live-call', LiveCall);
