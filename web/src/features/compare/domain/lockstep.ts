import { placeOf, rateAt, type Place, type Point, type Segment, type Side } from './segment-map';

/** What of a `<video>` is needed: a spec has one without a browser. */
export interface Player {
  currentTime: number;
  playbackRate: number;
  readonly paused: boolean;
  readonly seeking: boolean;
  play(): Promise<void>;
  pause(): void;
}

/** Two or three frames apart is seen in a flicker; closer than that browsers cannot steer while they play. */
const DRIFT_MS = 90;
/** Browsers refuse other rates. */
const [SLOWEST, FASTEST] = [0.0625, 16];

export interface LockState {
  readonly place: Place;
  readonly isPlaying: boolean;
  /** What each side shows: its place, or where it waits while it has none. */
  readonly shownMs: Readonly<Record<Side, number>>;
}

/**
 * Keeps two players at places that show the same. One side leads: while it plays, the other follows at the segment's speed,
 * is set right when it drifts, and waits where it has no counterpart.
 */
export class Lockstep {
  #point: Point = { side: 'this', ms: 0 };
  #place: Place;
  #isPlaying = false;
  #state: LockState;
  #rate = 1;
  readonly #players: Record<Side, Player | null> = { this: null, other: null };
  readonly #watchers = new Set<() => void>();

  constructor(
    readonly segments: readonly Segment[],
    readonly lengthMs: Readonly<Record<Side, number>>,
  ) {
    this.#place = placeOf(segments, this.#point);
    const waiting = { this: 0, other: segments[0]?.otherStartMs ?? 0 };
    this.#state = { place: this.#place, isPlaying: false, shownMs: shownAt(this.#place, waiting) };
  }

  readonly state = (): LockState => this.#state;
  /** Where the leading side is. */
  readonly point = (): Point => this.#point;
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** A clip's player came onto the page or left it: veiled, or not playable here. */
  attach(side: Side, player: Player | null): void {
    this.#players[side] = player;
    if (player === null) return;
    this.#align(side, 0);
    if (this.#isPlaying) this.#run();
  }

  seek({ side, ms }: Point): void {
    this.#move({ side, ms: Math.min(Math.max(ms, 0), this.lengthMs[side]) });
    for (const each of ['this', 'other'] as const) this.#align(each, 0);
    if (this.#isPlaying) this.#run();
    this.#tell();
  }

  play(): void {
    if (this.#point.ms >= this.lengthMs[this.#point.side]) this.#move({ ...this.#point, ms: 0 });
    this.#isPlaying = true;
    for (const side of ['this', 'other'] as const) this.#align(side, 0);
    this.#run();
    this.#tell();
  }

  pause(): void {
    this.#isPlaying = false;
    for (const player of Object.values(this.#players)) player?.pause();
    for (const side of ['this', 'other'] as const) this.#align(side, 0);
    this.#tell();
  }

  setRate(rate: number): void {
    this.#rate = rate;
    if (this.#isPlaying) this.#run();
  }

  /** Called for every picture while it plays. `passedMs`: how long ago the last call was, for a leader without a player. */
  tick(passedMs: number): void {
    if (!this.#isPlaying) return;
    const { side, ms } = this.#point;
    const player = this.#players[side];
    const isWaiting = player?.seeking === true;
    const next = isWaiting ? ms : player === null ? ms + passedMs * this.#rate : player.currentTime * 1000;
    this.#move({ side, ms: Math.min(next, this.lengthMs[side]) });
    if (next >= this.lengthMs[side]) this.pause();
    else {
      this.#align(opposite(side), DRIFT_MS);
      this.#run();
      this.#tell();
    }
  }

  #move(point: Point): void {
    this.#point = point;
    this.#place = placeOf(this.segments, point, this.#place.segment);
  }

  #align(side: Side, toleratedMs: number): void {
    const player = this.#players[side];
    const ms = msOf(this.#place, side) ?? this.#state.shownMs[side];
    if (player === null || player.seeking) return;
    // Half a millisecond: the browser rounds what it was set to.
    if (Math.abs(player.currentTime * 1000 - ms) > Math.max(toleratedMs, 0.5)) player.currentTime = ms / 1000;
  }

  #run(): void {
    const lead = this.#point.side;
    const ratio = rateAt(this.segments, this.#place);
    for (const side of ['this', 'other'] as const) {
      const player = this.#players[side];
      if (player === null) continue;
      const own = side === lead ? 1 : lead === 'this' ? ratio : 1 / ratio;
      const rate = Math.min(Math.max(this.#rate * own, SLOWEST), FASTEST);
      if (player.playbackRate !== rate) player.playbackRate = rate;
      if (msOf(this.#place, side) === null) player.pause();
      // Refused when the page was left or the source went: the clock then stands still, which is what is shown.
      else if (player.paused) player.play().catch(() => this.pause());
    }
  }

  #tell(): void {
    const shownMs = shownAt(this.#place, this.#state.shownMs);
    this.#state = { place: this.#place, isPlaying: this.#isPlaying, shownMs };
    for (const watcher of this.#watchers) watcher();
  }
}

function shownAt(place: Place, before: LockState['shownMs']): LockState['shownMs'] {
  return { this: place.thisMs ?? before.this, other: place.otherMs ?? before.other };
}

export function msOf(place: Place, side: Side): number | null {
  return side === 'this' ? place.thisMs : place.otherMs;
}

export function opposite(side: Side): Side {
  return side === 'this' ? 'other' : 'this';
}
