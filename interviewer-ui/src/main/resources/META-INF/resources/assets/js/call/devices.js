// The person's own camera and microphone.
import { browser, kept } from './memory.js';

/** The person's own camera and microphone. */
export class Devices {
  /** @param life ends what listens to the machine's devices */
  constructor(changed, life) {
    this.changed = changed;
    this.stream = 'MediaStream' in window ? new MediaStream() : { getTracks: () => [], getAudioTracks: () => [], getVideoTracks: () => [] };
    this.chosen = kept.read(browser, 'threeshift.call.devices') ?? {};
    this.problem = '';
    navigator.mediaDevices?.addEventListener?.('devicechange', () => this.changed(), { signal: life });
  }

  get audio() {
    return this.stream.getAudioTracks()[0] ?? null;
  }

  get video() {
    return this.stream.getVideoTracks()[0] ?? null;
  }

  /** Opens what is wanted as far as it is there and allowed; `problem` is then a key that says what is not. */
  async open({ audio, video }) {
    this.problem = '';
    const wanted = { audio: audio && !this.audio, video: video && !this.video };
    if (!wanted.audio && !wanted.video) return;
    try {
      this.take(await this.ask(wanted));
    } catch (failure) {
      await this.openApart(wanted, failure);
    }
    this.changed();
  }

  /** One missing or forbidden device must not cost the other. */
  async openApart(wanted, failure) {
    const failed = {};
    for (const kind of ['audio', 'video'].filter((one) => wanted[one])) {
      if (wanted.audio && wanted.video) {
        if (failure.name === 'NotAllowedError' && !(await this.mayAsk(kind))) {
          failed[kind] = failure;
          continue;
        }
        try {
          this.take(await this.ask({ [kind]: true }));
        } catch (alone) {
          failed[kind] = alone;
        }
      } else {
        failed[kind] = failure;
      }
    }
    const why = { NotAllowedError: 'refused', SecurityError: 'refused', NotFoundError: 'missing', OverconstrainedError: 'missing' };
    const reason = (kind) => why[failed[kind].name] ?? 'busy';
    if (failed.audio && failed.video) {
      this.problem = reason('audio') === reason('video') ? `both-${reason('audio')}` : `audio-${reason('audio')}`;
    } else if (failed.audio) {
      this.problem = `audio-${reason('audio')}`;
    } else if (failed.video) {
      this.problem = `video-${reason('video')}`;
    }
  }

  /** Whether asking for one device alone may succeed where asking for both was refused. */
  async mayAsk(kind) {
    try {
      const name = kind === 'audio' ? 'microphone' : 'camera';
      return (await navigator.permissions.query({ name })).state === 'granted';
    } catch {
      return false;
    }
  }

  async ask({ audio, video }) {
    const of = (kind, more) => ({ ...more, ...(this.chosen[kind] ? { deviceId: { exact: this.chosen[kind] } } : {}) });
    try {
      return await navigator.mediaDevices.getUserMedia({
        audio: audio ? of('audio', { echoCancellation: true, noiseSuppression: true, autoGainControl: true }) : false,
        video: video ? of('video', { width: { ideal: 960 }, height: { ideal: 540 }, frameRate: { ideal: 24, max: 30 } }) : false,
      });
    } catch (failure) {
      if (failure.name !== 'OverconstrainedError' || Object.keys(this.chosen).length === 0) throw failure;
      // What was chosen last time is not plugged in.
      this.chosen = {};
      return this.ask({ audio, video });
    }
  }

  take(fresh) {
    for (const track of fresh.getTracks()) {
      for (const old of this.stream.getTracks().filter((one) => one.kind === track.kind)) this.drop(old);
      this.stream.addTrack(track);
      track.addEventListener('ended', () => this.unplugged(track));
    }
  }

  /** Another device of the same kind takes over where there is one. */
  async unplugged(track) {
    if (!this.stream.getTracks().includes(track)) return;
    this.drop(track);
    this.chosen[track.kind] = undefined;
    await this.open({ audio: track.kind === 'audio', video: track.kind === 'video' });
  }

  async choose(kind, id) {
    this.chosen[kind] = id;
    kept.write(browser, 'threeshift.call.devices', this.chosen);
    const muted = kind === 'audio' && this.audio && !this.audio.enabled;
    this.close(kind);
    await this.open({ audio: kind === 'audio', video: kind === 'video' });
    if (muted && this.audio) this.audio.enabled = false;
    this.changed();
  }

  async list(kind) {
    const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
    return all.filter((device) => device.kind === `${kind}input` && device.deviceId);
  }

  drop(track) {
    this.stream.removeTrack(track);
    track.stop();
  }

  close(kind) {
    for (const track of this.stream.getTracks()) if (!kind || track.kind === kind) this.drop(track);
  }
}

/** How loud the microphone is, 0 to 1. */
export class Level {
  constructor(track, hears) {
    try {
      this.context = new AudioContext();
      this.context.resume().catch(() => {});
      const meter = this.context.createAnalyser();
      meter.fftSize = 512;
      this.context.createMediaStreamSource(new MediaStream([track])).connect(meter);
      const wave = new Float32Array(meter.fftSize);
      this.timer = setInterval(() => {
        meter.getFloatTimeDomainData(wave);
        const power = wave.reduce((sum, value) => sum + value * value, 0) / wave.length;
        // From a whisper at -60 decibels to full scale.
        hears(Math.min(1, Math.max(0, (10 * Math.log10(power + 1e-9) + 60) / 60)));
      }, 100);
    } catch {
      // A browser without a meter still has a microphone.
    }
  }

  close() {
    clearInterval(this.timer);
    this.context?.close().catch(() => {});
  }
}
