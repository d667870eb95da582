import type { Cut, TimedFrame } from './cut.js';
import { histogramDistance, structuralDistance } from './frame-distance.js';

/** About a second of grey frames on either side of a dip is searched for a clear picture. */
const SEARCHED = 12;
/** An even black or white that lasts longer is a scene of its own. */
const SCENE_MS = 2_000;
const DARK = 24;
const BRIGHT = 231;
const EVEN_CONTRAST = 6;
const EVEN_SHARE = 0.2;
const SLACK = 1.4;
const CLEAR_SHARE = 0.8;
/** Thresholds, fixed on the tuning reel (bench/cuts.bench.mjs). */
const MIN_DISTANCE = 0.5;
const MIN_TONES = 0.12;

/** A stretch of even black or white with what lies around it. */
export interface Dip {
  readonly fromMs: number;
  readonly toMs: number;
  readonly cut?: Cut;
  /** True when the clip begins with it and it is no scene: the first picture worth keeping comes at `toMs`. */
  readonly isLeader: boolean;
}

interface OpenDip {
  readonly firstMs: number;
  lastMs: number;
  /** The last clear picture before it, and the very last. */
  readonly before: TimedFrame | undefined;
  readonly last: TimedFrame | undefined;
}

/**
 * Follows fades through black or white: whatever leads into the dip and out of it, there is one cut when the pictures on
 * both sides differ and none when they do not (a hand over the lens, an explosion). Leading and trailing black is no cut.
 */
export class DipTracker {
  readonly #dips: Dip[] = [];
  #clear: TimedFrame[] = [];
  #dip: OpenDip | undefined;

  push(frame: TimedFrame): void {
    if (this.#isEven(frame)) {
      if (this.#dip && this.#clear.length > 0) this.#leave();
      const before = clearest(this.#clear.toReversed());
      this.#dip ??= { firstMs: frame.ptsMs, lastMs: frame.ptsMs, before, last: this.#clear.at(-1) };
      this.#dip.lastMs = frame.ptsMs;
      this.#clear = [];
      return;
    }
    this.#clear.push(frame);
    if (this.#dip && this.#clear.length === SEARCHED) this.#leave();
    if (this.#clear.length > SEARCHED) this.#clear.shift();
  }

  /** What came before a hard cut is neither what fades out after it nor what an earlier dip led to. */
  hardCutAtMs(ptsMs: number): void {
    const since = this.#clear.filter((frame) => frame.ptsMs >= ptsMs);
    if (this.#dip && since.length < this.#clear.length) {
      this.#clear = this.#clear.filter((frame) => frame.ptsMs < ptsMs);
      this.#leave();
    }
    this.#clear = since;
  }

  finish(): readonly Dip[] {
    if (this.#dip && this.#clear.length > 0) this.#leave();
    // What leads into a short trailing dip is no cut: nothing follows it.
    if (this.#dip && this.#dip.lastMs - this.#dip.firstMs < SCENE_MS) {
      const { before, firstMs } = this.#dip;
      this.#dips.push({ fromMs: before?.ptsMs ?? firstMs, toMs: Infinity, isLeader: false });
    }
    return this.#dips;
  }

  #isEven({ small }: TimedFrame): boolean {
    const most = Math.max(0, ...this.#clear.map((frame) => frame.small.contrast));
    // A little more than what began a dip does not end it, or a dim scene would be in and out of it all the time.
    const slack = this.#dip ? SLACK : 1;
    const isExtreme = small.mean < slack * DARK || small.mean > 255 - slack * (255 - BRIGHT);
    return isExtreme && small.contrast < slack * Math.max(EVEN_CONTRAST, EVEN_SHARE * most);
  }

  #leave(): void {
    const dip = this.#dip;
    const after = clearest(this.#clear);
    this.#dip = undefined;
    // Even black that lasts is a scene; what leads into it and out of it are cuts like any other.
    if (!dip || !after || dip.lastMs - dip.firstMs >= SCENE_MS) return;
    const { before, last } = dip;
    const first = this.#clear[0] ?? after;
    if (before && differ(before, after) && differ(last, first)) {
      const score = structuralDistance(before.small, after.small);
      const cut: Cut = { kind: 'gradual', startMs: before.ptsMs, endMs: after.ptsMs, score };
      this.#dips.push({ fromMs: before.ptsMs, toMs: after.ptsMs, cut, isLeader: false });
      return;
    }
    // Around a mere flash there may be a dissolve that is not its affair.
    this.#dips.push({ fromMs: last?.ptsMs ?? dip.firstMs, toMs: first.ptsMs, isLeader: !before });
  }
}

/** The pictures next to the dip tell a flash (they agree) from a fade (they are the faint ends of two scenes). */
function differ(a: TimedFrame | undefined, b: TimedFrame | undefined): boolean {
  if (!a || !b) return true;
  return (
    structuralDistance(a.small, b.small) >= MIN_DISTANCE && histogramDistance(a.small, b.small) >= MIN_TONES
  );
}

/** The first frame that shows its scene nearly as clearly as any of them. */
function clearest(frames: readonly TimedFrame[]): TimedFrame | undefined {
  const most = Math.max(...frames.map(({ small }) => small.contrast));
  return frames.find(({ small }) => small.contrast >= CLEAR_SHARE * most);
}
