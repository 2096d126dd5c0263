// The others on the screen: each person's picture, name and state in words.
import { film, make, show, write } from './elements.js';

/** Somebody who reloads is back within this, and their picture does not jump about meanwhile. */
const STAYS = 5_000;

/** From the best to the worst; whoever has left has none of them. */
const STATES = ['connected', 'poor', 'connecting', 'lost'];

/** A line that is closed on the other side looks lost for a moment, until the server's new list says that they have left. */
const CALLED_LOST_AFTER = 1_500;

export class Tiles {
  /** @param call the element */
  constructor(call) {
    this.call = call;
    this.list = make('ul', { class: 'call-others' });
    this.all = new Map();
  }

  get size() {
    return this.all.size;
  }

  /** One person's place; it outlives a reload on their side. */
  of({ person, name, connection }) {
    let tile = this.all.get(person);
    if (!tile) {
      tile = {
        video: film(false),
        empty: make('p', { class: 'call-empty' }),
        label: make('span', { class: 'call-name' }),
        words: make('span', { class: 'call-tile-state' }),
        state: '',
      };
      const caption = make('p', { class: 'call-caption' }, tile.label, tile.words);
      tile.element = make('li', { class: 'call-tile' }, tile.video, tile.empty, caption);
      this.all.set(person, tile);
      this.list.append(tile.element);
      this.call.say('joined', { name });
    }
    Object.assign(tile, { name, connection });
    return tile;
  }

  /** Lets those go who have no way to them any more, after a moment in which they may come back. */
  follow(peers) {
    for (const [person, tile] of this.all) {
      if (peers.has(tile.connection)) {
        clearTimeout(tile.going);
        tile.going = 0;
      } else if (!tile.going) {
        tile.connection = null;
        tile.going = setTimeout(() => {
          this.call.say('left', { name: tile.name });
          this.drop(person);
          this.call.draw();
        }, STAYS);
      }
    }
  }

  drop(person) {
    const tile = this.all.get(person);
    clearTimeout(tile.going);
    tile.element.remove();
    this.all.delete(person);
  }

  clear() {
    for (const person of [...this.all.keys()]) this.drop(person);
  }

  /** A browser may keep sound back until somebody presses something. */
  play(tile) {
    tile.video.play().catch((failure) => {
      if (failure.name === 'NotAllowedError') this.call.silenced();
    });
  }

  unlock() {
    for (const tile of this.all.values()) this.play(tile);
  }

  /** @returns the worst of all states; nothing when nobody is here */
  draw(peers) {
    for (const tile of this.all.values()) this.drawOne(tile, peers.get(tile.connection));
    const count = String(this.all.size);
    if (this.list.dataset.count !== count) this.list.dataset.count = count;
    const states = [...this.all.values()].map((tile) => tile.state);
    return STATES.findLast((state) => states.includes(state));
  }

  drawOne(tile, peer) {
    const { call } = this;
    const state = this.stateOf(tile, peer);
    if (peer && tile.video.srcObject !== peer.stream) {
      tile.video.srcObject = peer.stream;
      this.play(tile);
    }
    const told = peer?.told ?? {};
    const pictured = state !== 'lost' && state !== 'left' && told.picture !== false && !told.paused && Boolean(peer?.pictured);
    const why = state === 'left' ? 'left' : told.paused ? 'paused-other' : state === 'lost' ? 'lost' : told.picture === false ? 'camera-off-other' : 'connecting';
    if (tile.element.dataset.state !== state) tile.element.dataset.state = state;
    tile.element.toggleAttribute('data-picture', pictured);
    show(tile.empty, !pictured);
    if (!pictured) write(tile.empty, call.text(why, { name: tile.name }));
    write(tile.label, tile.name);
    const words = state === 'connected' ? (told.sound === false ? 'muted-other' : '') : state === 'left' ? '' : state;
    write(tile.words, words && call.text(words));
    this.speak(tile, state);
    tile.state = state;
  }

  /** Whoever the server does not list any more has left, or loads their page anew. */
  stateOf(tile, peer) {
    if (!peer) return tile.connection ? 'connecting' : 'left';
    if (peer.state !== 'lost') {
      tile.lostSince = 0;
      return peer.state;
    }
    tile.lostSince ||= Date.now();
    const left = CALLED_LOST_AFTER - (Date.now() - tile.lostSince);
    if (left <= 0 || !tile.state || tile.state === 'left') return 'lost';
    setTimeout(() => this.call.draw(), left + 20);
    return tile.state;
  }

  /** Back is who was lost, by whatever way: a new one is first being connected. */
  speak(tile, state) {
    if (state === 'lost' && tile.state && !tile.missed) {
      tile.missed = true;
      this.call.say('lost-said', { name: tile.name });
    }
    if (tile.missed && (state === 'connected' || state === 'poor')) {
      tile.missed = false;
      this.call.say('back-said', { name: tile.name });
    }
  }
}
