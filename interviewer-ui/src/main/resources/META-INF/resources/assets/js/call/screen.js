// What the call shows: before one is in, the devices; in it, the others large and oneself small.
import { Level } from './devices.js';
import { film, make, show, write } from './elements.js';

const NEEDS_REST = ['check', 'join', 'join-without-camera', 'join-to-listen'];

export class Screen {
  /** @param call the element; its text, state, devices, line and tiles are read, its actions called */
  constructor(call) {
    this.call = call;
    this.buttons = {};
    this.choices = { video: this.choice('video'), audio: this.choice('audio') };
    this.said = make('p', { class: 'sr-only', role: 'status' });
    call.setAttribute('role', 'region');
    call.setAttribute('aria-label', call.text('title'));
    call.replaceChildren(
      this.topOf(),
      this.said,
      this.noteOf(),
      this.button('sound', 'small-button', () => call.unlock()),
      this.outsideOf(),
      this.insideOf(),
    );
  }

  /** In the call, its state stands in the place of its name. */
  topOf() {
    this.title = make('h2', {}, this.call.text('title'));
    this.words = make('p', { class: 'call-words', hidden: true });
    return make('div', { class: 'call-top' }, this.title, this.words, make('p', { class: 'call-recorded' }, this.call.text('recorded')));
  }

  button(name, classes, act) {
    const button = make('button', { type: 'button', class: `button ${classes}`, 'data-call': name }, this.call.text(name));
    button.addEventListener('click', act);
    this.buttons[name] = button;
    return button;
  }

  choice(kind) {
    const select = make('select', { class: 'input' });
    select.addEventListener('change', () => this.call.devices.choose(kind, select.value));
    const words = make('span', {}, this.call.text(`choose-${kind}`));
    return { select, label: make('label', { class: 'call-choice', hidden: true }, words, select), stands: '' };
  }

  noteOf() {
    this.noteWords = make('p');
    const body = make('div', { class: 'call-note-body' }, this.noteWords);
    body.append(this.button('check-again', 'small-button', () => this.call.check()), this.button('rejoin', 'small-button', () => this.call.joinAgain()));
    this.note = make('div', { class: 'notice warn call-note', hidden: true }, body);
    return this.note;
  }

  outsideOf() {
    const { call } = this;
    this.who = make('p', { class: 'call-who' });
    this.preview = { video: film(true), empty: make('p', { class: 'call-empty' }, call.text('no-picture')) };
    this.meter = make(
      'span',
      { class: 'call-meter', role: 'meter', 'aria-label': call.text('level'), 'aria-valuemin': '0', 'aria-valuemax': '100', 'aria-valuenow': '0' },
      make('i'),
    );
    this.heard = make('p', { class: 'call-hint' });
    this.loudness = make('div', { class: 'call-level' }, make('span', { class: 'call-label', 'aria-hidden': 'true' }, call.text('level')), this.meter, this.heard);
    this.checking = make('div', { class: 'call-checking' }, make('div', { class: 'call-frame' }, this.preview.video, this.preview.empty), this.loudness);
    this.outsideChoices = make('div', { class: 'call-choices' });
    this.outside = make(
      'div',
      { class: 'call-outside' },
      this.who,
      this.checking,
      this.outsideChoices,
      make(
        'div',
        { class: 'call-actions' },
        this.button('check', 'primary', () => call.check()),
        this.button('join', 'primary', () => call.join()),
        this.button('join-without-camera', '', () => call.joinWithoutCamera()),
        this.button('join-to-listen', '', () => call.join()),
      ),
    );
    return this.outside;
  }

  insideOf() {
    const { call } = this;
    this.alone = make('p', { class: 'call-alone' }, call.text('alone'));
    this.self = { video: film(true), empty: make('span', { class: 'call-self-empty' }, call.text('camera-off')) };
    this.selfBox = make('div', { class: 'call-self' }, this.self.video, this.self.empty);
    this.insideChoices = make('div', { class: 'call-choices', id: 'call-devices', hidden: true });
    const devices = this.button('devices', 'small-button quiet', () => this.toggleDevices());
    devices.setAttribute('aria-expanded', 'false');
    devices.setAttribute('aria-controls', 'call-devices');
    this.inside = make(
      'div',
      { class: 'call-inside' },
      make('div', { class: 'call-frame call-stage' }, call.tiles.list, this.alone, this.selfBox),
      make(
        'div',
        { class: 'call-actions' },
        this.button('mute', 'small-button', () => call.toggleSound()),
        this.button('camera', 'small-button', () => call.togglePicture()),
        devices,
        this.button('leave', 'small-button', () => call.leave()),
      ),
      this.insideChoices,
    );
    return this.inside;
  }

  /** For those who hear the page instead of seeing it. */
  say(key, places) {
    write(this.said, '');
    write(this.said, this.call.text(key, places));
  }

  toggleDevices() {
    show(this.insideChoices, this.insideChoices.hidden);
    this.buttons.devices.setAttribute('aria-expanded', String(!this.insideChoices.hidden));
    this.draw();
  }

  draw() {
    const focused = this.call.contains(document.activeElement) ? document.activeElement : null;
    const outside = this.call.state !== 'in';
    if (this.call.dataset.state !== this.call.state) this.call.dataset.state = this.call.state;
    this.drawNote(outside);
    show(this.buttons.sound, this.call.silent && !outside);
    show(this.outside, outside && this.call.lacks !== 'old' && !this.call.over);
    show(this.inside, !outside);
    show(this.words, !outside);
    this.title.classList.toggle('sr-only', !outside);
    if (outside) this.drawOutside();
    else this.drawInside();
    this.followLevel();
    this.listDevices(outside);
    this.drawTiles();
    // What had the focus went away: the next thing to do takes it, but only from within.
    if (focused && (!focused.isConnected || !focused.checkVisibility() || focused.disabled)) {
      const next = [...this.call.querySelectorAll('button')].find((one) => one.checkVisibility() && !one.disabled);
      next?.focus({ preventScroll: true });
    }
  }

  drawNote(outside) {
    const { note } = this.call;
    show(this.note, Boolean(note));
    if (note) write(this.noteWords, note.words ?? this.call.text(note.key));
    show(this.buttons['check-again'], Boolean(note?.again) && outside);
    show(this.buttons.rejoin, Boolean(note?.rejoin) && outside && this.call.state !== 'joining');
  }

  drawOutside() {
    const { checked, devices, lacks, state } = this.call;
    const open = Boolean(devices.audio || devices.video);
    const others = this.call.others;
    show(this.who, state === 'joining' || !checked || others.length > 0);
    write(
      this.who,
      state === 'joining'
        ? this.call.text('joining')
        : others.length > 0
          ? this.call.text(others.length > 1 ? 'are-in' : 'is-in', { names: this.together(others) })
          : this.call.text('intro'),
    );
    show(this.checking, checked && open);
    show(this.buttons.check, !checked && !lacks);
    show(this.buttons.join, checked && open);
    show(this.buttons['join-without-camera'], !lacks && (!checked || Boolean(devices.video)));
    show(this.buttons['join-to-listen'], Boolean(lacks) || (checked && !open));
    for (const name of NEEDS_REST) this.buttons[name].disabled = state === 'joining';
    show(this.loudness, Boolean(devices.audio));
    this.mirror(this.preview);
  }

  drawInside() {
    const { devices, lacks } = this.call;
    write(this.buttons.mute, this.call.text(devices.audio?.enabled ? 'mute' : 'unmute'));
    write(this.buttons.camera, this.call.text(devices.video ? 'camera' : 'camera-on'));
    for (const name of ['mute', 'camera']) show(this.buttons[name], !lacks);
    show(this.buttons.devices, Boolean(devices.audio || devices.video));
    this.mirror(this.self);
  }

  drawTiles() {
    const { peers, tiles } = this.call;
    const worst = tiles.draw(peers);
    const weak = [...peers.values()].some((peer) => peer.quality.audioOnly);
    show(this.alone, tiles.size === 0);
    write(this.words, this.call.text(weak ? 'paused-self' : (worst ?? 'waiting')));
    this.words.dataset.state = weak ? 'poor' : (worst ?? 'waiting');
  }

  together(names) {
    return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${this.call.text('and')} ${names.at(-1)}`;
  }

  mirror({ video, empty }) {
    const { stream, video: track } = this.call.devices;
    // A film without pictures would keep the page from ever being loaded.
    const source = track ? stream : null;
    if (video.srcObject !== source) video.srcObject = source;
    show(video, Boolean(track));
    show(empty, !track);
    if (track && video.paused) video.play().catch(() => {});
  }

  /** The meter runs while devices are checked. */
  followLevel() {
    const track = this.call.state === 'out' && this.call.checked ? this.call.devices.audio : null;
    if (track === this.metered) return;
    this.metered = track;
    this.level?.close();
    this.level = null;
    write(this.heard, this.call.text('say-something'));
    if (!track) return;
    let loud = 0;
    this.level = new Level(track, (level) => {
      this.meter.style.setProperty('--level', level.toFixed(2));
      this.meter.setAttribute('aria-valuenow', String(Math.round(level * 100)));
      if (level > 0.35 && ++loud === 3) write(this.heard, this.call.text('heard'));
    });
  }

  /** The choice stands where one is: there is one of each, so that it is the same before and in the call. */
  async listDevices(outside) {
    const place = outside ? this.outsideChoices : this.insideChoices;
    for (const [kind, choice] of Object.entries(this.choices)) {
      if (choice.label.parentElement !== place) place.append(choice.label);
      const track = this.call.devices[kind];
      const wanted = track && !place.hidden && (!outside || this.call.checked);
      const list = wanted ? await this.call.devices.list(kind) : [];
      const stands = JSON.stringify(list.map(({ deviceId, label }) => [deviceId, label]));
      if (wanted && choice.stands !== stands) {
        choice.stands = stands;
        const name = (label, index) => label || `${this.call.text(`choose-${kind}`)} ${index + 1}`;
        choice.select.replaceChildren(...list.map(({ deviceId, label }, index) => make('option', { value: deviceId }, name(label, index))));
      }
      const now = track?.getSettings().deviceId;
      if (now && choice.select.value !== now) choice.select.value = now;
      show(choice.label, list.length > 0);
    }
  }

  close() {
    this.level?.close();
  }
}
