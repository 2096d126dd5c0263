// The others on the screen: each person's picture, name and state in words.
import { film, make, show, write } from './elements.js';

/** Somebody who reloads is back within this, and their picture does not jump about meanwhile. */
const STAYS = 5_000;

/** From the best to the worst. */
const STATES = ['connected', 'poor', 'connecting', 'lost'];

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
    const state = peer?.state ?? 'lost';
    if (peer && tile.video.srcObject !== peer.stream) {
      tile.video.srcObject = peer.stream;
      this.play(tile);
    }
    const told = peer?.told ?? {};
    const pictured = state !== 'lost' && told.picture !== false && !told.paused && Boolean(peer?.pictured);
    const why = told.paused ? 'paused-other' : state === 'lost' ? 'lost' : told.picture === false ? 'camera-off-other' : 'connecting';
    if (tile.element.dataset.state !== state) tile.element.dataset.state = state;
    tile.element.toggleAttribute('data-picture', pictured);
    show(tile.empty, !pictured);
    if (!pictured) write(tile.empty, call.text(why, { name: tile.name }));
    write(tile.label, tile.name);
    const words = state === 'connected' ? (told.sound === false ? 'muted-other' : '') : state;
    write(tile.words, words && call.text(words));
    if (state === 'lost' && tile.state && tile.state !== state) call.say('lost-said', { name: tile.name });
    if (tile.state === 'lost' && (state === 'connected' || state === 'poor')) call.say('back-said', { name: tile.name });
    tile.state = state;
  }
}
