import { feelerMs, withinNext, withinPrevious, type FrameRate } from './frame-rate';
import { loopBack, noLoop, type Loop } from './loop';

/** What is heard of the film while it plays and is moved. */
export interface FilmListener {
  /** A picture is on the screen; called for each one that the browser shows. */
  shown(ptsMs: number): void;
  /** The place came to rest, or a good while of playing has passed. */
  arrived(ptsMs: number): void;
  played(isPlaying: boolean): void;
}

export interface FilmSetting {
  readonly rate: FrameRate;
  readonly loop: Loop;
  readonly speed: number;
  readonly isMuted: boolean;
}

/** The browser finds no further picture within this: the end, or a gap of a film that lost its middle. */
const LONGEST_FEEL = 60;
const MOST_WAITING = 3;
/** The same picture again is not always presented anew. */
const PRESENTED_WITHIN_MS = 150;

/** A `<video>` as an instrument: pictures one by one, passages again and again. Times in milliseconds. */
export class Film {
  #rate: FrameRate = { fps: null, isConstant: false };
  #loop: Loop = noLoop;
  #shownMs = 0;
  #steps: Promise<void> = Promise.resolve();
  #waiting = 0;
  readonly #stop = new AbortController();

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly listener: FilmListener,
  ) {
    const on = (name: string, run: () => void) =>
      video.addEventListener(name, run, { signal: this.#stop.signal });
    on('play', () => listener.played(true));
    on('pause', () => {
      listener.played(false);
      listener.arrived(this.atMs);
    });
    on('timeupdate', () => {
      if (!video.paused) listener.arrived(this.atMs);
    });
    this.#watch();
  }

  close(): void {
    this.#stop.abort();
    this.video.pause();
  }

  use({ rate, loop, speed, isMuted }: FilmSetting): void {
    this.#rate = rate;
    this.#loop = loop;
    this.video.playbackRate = speed;
    this.video.muted = isMuted;
  }

  /** The picture that is on the screen. */
  get atMs(): number {
    return Math.round(this.#shownMs);
  }

  toggle(): void {
    if (this.video.paused) void this.video.play().catch((error: unknown) => this.#refused(error));
    else this.video.pause();
  }

  seek(ptsMs: number): void {
    // A time on the very edge of a picture may show the one before it.
    this.video.currentTime = (ptsMs + 1) / 1000;
  }

  /** To the next (`1`) or the previous (`-1`) picture, and not further; one after the other. */
  step(by: 1 | -1): void {
    this.video.pause();
    // A held key must not go on long after it was let go.
    if (this.#waiting >= MOST_WAITING) return;
    this.#waiting += 1;
    this.#steps = this.#stepAfter(this.#steps, by);
  }

  async #stepAfter(before: Promise<void>, by: 1 | -1): Promise<void> {
    await before;
    if (by === -1) await this.#settle(withinPrevious(this.#shownMs));
    else await this.#forward();
    this.#waiting -= 1;
    if (!this.#stop.signal.aborted) this.listener.arrived(this.atMs);
  }

  async #forward(): Promise<void> {
    const from = this.#shownMs;
    const known = withinNext(from, this.#rate);
    if (known !== null) {
      await this.#settle(known);
      return;
    }
    const feeler = feelerMs(this.#rate);
    for (let times = 1; times <= LONGEST_FEEL && this.#shownMs <= from; times += 1)
      await this.#settle(from + times * feeler);
  }

  /** Goes to a time and waits until its picture is on the screen. */
  #settle(toMs: number): Promise<void> {
    const { video } = this;
    const to = Math.min(toMs / 1000, Number.isFinite(video.duration) ? video.duration : toMs / 1000);
    if (Math.abs(video.currentTime - to) < 1e-4) return Promise.resolve();
    return new Promise((resolve) => {
      const { signal } = this.#stop;
      signal.addEventListener('abort', () => resolve(), { once: true });
      // Asked before the place changes: afterwards the picture may already have been presented.
      video.requestVideoFrameCallback((_now, { mediaTime }) => {
        this.#shownMs = mediaTime * 1000;
        resolve();
      });
      video.addEventListener('seeked', () => setTimeout(resolve, PRESENTED_WITHIN_MS), {
        once: true,
        signal,
      });
      video.currentTime = to;
    });
  }

  #watch(): void {
    this.video.requestVideoFrameCallback((_now, { mediaTime }) => {
      if (this.#stop.signal.aborted) return;
      this.#shownMs = mediaTime * 1000;
      this.listener.shown(this.atMs);
      const back = this.video.paused ? null : loopBack(this.#loop, this.#shownMs);
      if (back !== null) this.seek(back);
      this.#watch();
    });
  }

  /** Playing was interrupted by a pause or a new place: no fault. Anything else the element tells as its own error. */
  #refused(error: unknown): void {
    if (!(error instanceof DOMException)) throw error;
  }
}
