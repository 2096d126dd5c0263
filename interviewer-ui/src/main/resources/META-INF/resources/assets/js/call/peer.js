// The way to one other page, and how well it goes.
const SAMPLE = 2_000;
/** How long a way to somebody may take before it is asked for once more. */
const PATIENCE = 6_000;
const BITRATES = [900_000, 600_000, 400_000];

/** How well it goes to one other person, from the browser's own counts. */
class Quality {
  constructor() {
    this.before = null;
    this.bad = 0;
    this.calm = 0;
    this.needed = 8;
    this.poor = false;
    this.audioOnly = false;
  }

  /** @returns whether anything changed that somebody should know */
  add(stats) {
    const now = { received: 0, lost: 0 };
    let lossOut = 0;
    let trip = 0;
    let room = Infinity;
    stats.forEach((report) => {
      if (report.type === 'inbound-rtp') {
        now.received += report.packetsReceived ?? 0;
        now.lost += report.packetsLost ?? 0;
      } else if (report.type === 'remote-inbound-rtp') {
        lossOut = Math.max(lossOut, report.fractionLost ?? 0);
      } else if (report.type === 'candidate-pair' && report.nominated && report.state === 'succeeded') {
        trip = report.currentRoundTripTime ?? 0;
        room = report.availableOutgoingBitrate ?? Infinity;
      }
    });
    const lost = this.before ? now.lost - this.before.lost : 0;
    const received = this.before ? now.received - this.before.received : 0;
    this.before = now;
    const lossIn = lost > 0 ? lost / (lost + Math.max(0, received)) : 0;
    const weak = lossOut > 0.1 || trip > 0.8 || room < 120_000;
    const was = `${this.poor} ${this.audioOnly}`;
    this.bad = weak ? this.bad + 1 : 0;
    this.calm = lossOut < 0.03 && trip < 0.4 && !weak ? this.calm + 1 : 0;
    this.poor = weak || lossIn > 0.1;
    if (!this.audioOnly && this.bad >= 4) {
      this.audioOnly = true;
      this.calm = 0;
      // A line that fails again soon after the picture came back is given more time.
      if (this.sinceBack !== undefined && this.sinceBack < 15) this.needed = Math.min(60, this.needed * 2);
    } else if (this.audioOnly && this.calm >= this.needed) {
      this.audioOnly = false;
      this.sinceBack = 0;
    }
    if (this.sinceBack !== undefined) this.sinceBack++;
    return was !== `${this.poor} ${this.audioOnly}`;
  }
}

/**
 * The way to one other page. Both sides may begin to negotiate at any time; when they do so at once, the polite one gives
 * in. Only the other one opens the way, so that there is one line for sound and one for pictures.
 */
export class Peer {
  constructor(call, { connection, person }, iceServers) {
    this.call = call;
    this.connection = connection;
    this.person = person;
    this.polite = call.connection < connection;
    this.told = {};
    this.quality = new Quality();
    this.stream = new MediaStream();
    this.chain = Promise.resolve();
    this.since = Date.now();
    const pc = new RTCPeerConnection({ iceServers });
    this.pc = pc;
    pc.addEventListener('negotiationneeded', () => this.offer());
    pc.addEventListener('icecandidate', ({ candidate }) => {
      if (candidate) this.send({ candidate: candidate.toJSON() });
    });
    pc.addEventListener('track', ({ track }) => {
      this.stream.addTrack(track);
      for (const event of ['mute', 'unmute', 'ended']) track.addEventListener(event, () => call.screen.drawTiles());
      call.screen.drawTiles();
    });
    pc.addEventListener('connectionstatechange', () => this.changed());
    pc.addEventListener('iceconnectionstatechange', () => this.changed());
    this.timer = setInterval(() => this.lookAfter(), SAMPLE);
    if (!this.polite) this.open();
  }

  open() {
    this.channel = this.pc.createDataChannel('state', { negotiated: true, id: 0 });
    this.channel.addEventListener('open', () => this.tell());
    this.channel.addEventListener('close', () => this.call.meet());
    this.channel.addEventListener('message', ({ data }) => {
      this.told = JSON.parse(data);
      this.call.screen.drawTiles();
    });
    if (!this.polite) {
      for (const kind of ['audio', 'video']) {
        this.pc.addTransceiver(kind, { direction: 'sendrecv', streams: [this.call.devices.stream] });
      }
    }
    this.opened = true;
    this.fill();
  }

  /** Puts the own tracks, or none, on the two lines. */
  fill() {
    if (!this.opened) return;
    const { audio, video } = this.call.devices;
    const tracks = { audio, video: this.quality.audioOnly ? null : video };
    for (const transceiver of this.pc.getTransceivers()) {
      const { kind } = transceiver.receiver.track;
      if (transceiver.sender.track !== tracks[kind]) transceiver.sender.replaceTrack(tracks[kind]).catch(() => {});
      if (transceiver.direction !== 'sendrecv' && transceiver.direction !== 'stopped') transceiver.direction = 'sendrecv';
    }
    this.limit();
    this.tell();
  }

  /** A share of the line for everybody. */
  limit() {
    const most = BITRATES[Math.min(this.call.peers.size, BITRATES.length) - 1] ?? BITRATES[0];
    for (const sender of this.pc.getSenders().filter((one) => one.track?.kind === 'video')) {
      const parameters = sender.getParameters();
      if (!parameters.encodings?.length || parameters.encodings[0].maxBitrate === most) continue;
      parameters.encodings[0].maxBitrate = most;
      sender.setParameters(parameters).catch(() => {});
    }
  }

  /** The other side cannot see why there is no picture or no sound. */
  tell() {
    if (this.channel?.readyState !== 'open') return;
    const { audio, video } = this.call.devices;
    this.channel.send(
      JSON.stringify({ sound: Boolean(audio?.enabled), picture: Boolean(video), paused: Boolean(video) && this.quality.audioOnly }),
    );
  }

  send(body) {
    this.call.line.send(this.connection, body);
  }

  async offer() {
    this.offering = true;
    try {
      await this.pc.setLocalDescription();
      this.send({ description: this.pc.localDescription.toJSON() });
    } catch {
      // Closed meanwhile, or overtaken by an offer of the other side.
    }
    this.offering = false;
  }

  receive(body) {
    this.chain = this.chain.then(() => this.take(body)).catch(() => {});
  }

  async take({ description, candidate, again }) {
    const { pc } = this;
    if (again) return this.restart();
    if (candidate) return pc.addIceCandidate(candidate);
    if (!description) return undefined;
    const clash = description.type === 'offer' && (this.offering || pc.signalingState !== 'stable');
    if (clash && !this.polite) return undefined;
    if (description.type === 'answer' && pc.signalingState !== 'have-local-offer') return undefined;
    await pc.setRemoteDescription(description);
    if (description.type === 'offer') {
      if (!this.opened) this.open();
      else this.fill();
      await pc.setLocalDescription();
      this.send({ description: pc.localDescription.toJSON() });
    }
    this.limit();
    return undefined;
  }

  /** Whether the two pages hear each other, whatever the server says. */
  get alive() {
    return this.pc.connectionState === 'connected' && this.channel?.readyState === 'open';
  }

  /** Whether pictures come in. */
  get pictured() {
    const [track] = this.stream.getVideoTracks();
    return Boolean(track) && !track.muted && track.readyState === 'live';
  }

  get state() {
    const { connectionState, iceConnectionState } = this.pc;
    if (connectionState === 'failed' || iceConnectionState === 'failed' || iceConnectionState === 'disconnected') return 'lost';
    if (connectionState === 'connected') return this.quality.poor ? 'poor' : 'connected';
    return this.once ? 'lost' : 'connecting';
  }

  changed() {
    const { state } = this;
    if (state === 'connected' || state === 'poor') this.once = true;
    if (state !== this.was) {
      this.since = Date.now();
      this.was = state;
      this.limit();
      if (this.pc.connectionState === 'failed') this.restart();
    }
    this.call.screen.drawTiles();
  }

  /** Finds another way, also while both still believe in the old one. */
  async restart() {
    const { pc } = this;
    if (pc.signalingState === 'closed') return;
    try {
      pc.setConfiguration({ iceServers: (await this.call.line.fresh()).iceServers });
    } catch {
      // The servers as they were known are as good as any.
    }
    // An answer that never came: the offer goes out once more, with all the addresses found since.
    if (pc.signalingState === 'have-local-offer') this.send({ description: pc.localDescription.toJSON() });
    else if (this.opened && pc.signalingState === 'stable') pc.restartIce();
    else if (!this.opened) this.send({ again: true });
  }

  async lookAfter() {
    const waited = Date.now() - this.since;
    if (this.state === 'lost' || this.state === 'connecting') {
      // One side first, so that the two do not keep interrupting each other.
      const patience = this.polite ? 1.5 * PATIENCE : PATIENCE;
      if (waited > (this.pc.iceConnectionState === 'disconnected' ? patience / 2 : patience)) {
        this.since = Date.now();
        this.restart();
      }
      return;
    }
    try {
      const before = this.quality.audioOnly;
      if (this.quality.add(await this.pc.getStats())) {
        if (before !== this.quality.audioOnly) {
          this.fill();
          this.call.weakened();
        }
        this.changed();
      }
    } catch {
      // Closed while counting.
    }
  }

  close() {
    clearInterval(this.timer);
    this.pc.close();
  }
}
