import type { Cut, TimedFrame } from './cut.js';
import { DipTracker, type Dip } from './dips.js';
import { LONGEST_SPAN, SETTLED, gradualWindowsEndingAt } from './gradual-cut.js';
import { GradualCuts } from './gradual-cuts.js';
import { SIDE, hardCutAt } from './hard-cut.js';
import { SceneScores } from './scene-scores.js';
import { smallFrame } from './small-frame.js';

const KEPT = LONGEST_SPAN + 2 * SETTLED + SIDE;

export interface DetectedCuts {
  /** By time; none within another. */
  readonly cuts: readonly Cut[];
  /** Where the first picture comes, when the clip begins with up to two seconds of black or white. */
  readonly leaderEndMs: number | undefined;
}

/**
 * Finds cuts in a stream of 256 × 256 grey frames at about 10 a second, with the scene scores of all decoded frames.
 * Holds about five seconds of reduced frames, whatever the clip's length.
 */
export class CutDetector {
  readonly #scores = new SceneScores();
  readonly #dips = new DipTracker();
  readonly #gradual = new GradualCuts();
  readonly #hard: Cut[] = [];
  #frames: TimedFrame[] = [];

  /** Each decoded frame, before the grey frames that come later. */
  addScore(ptsMs: number, score: number): void {
    this.#scores.push(ptsMs, score);
  }

  /** @throws RangeError when the frame has not 256 × 256 bytes. */
  addGrey(ptsMs: number, grey: Uint8Array): void {
    const frame = { ptsMs, small: smallFrame(grey) };
    this.#frames.push(frame);
    if (this.#frames.length > KEPT) this.#frames.shift();
    this.#judgeHard(this.#frames.length - SIDE);
    this.#judgeGradual(this.#frames.length - 1 - SETTLED);
    this.#dips.push(frame);
  }

  finish(): DetectedCuts {
    for (let left = SIDE - 1; left > 0; left -= 1) this.#judgeHard(this.#frames.length - left);
    for (let left = SETTLED; left > 0; left -= 1) this.#judgeGradual(this.#frames.length - left);
    const dips = this.#dips.finish();
    const cuts = assembleCuts(this.#hard, this.#gradual.finish(), dips);
    return { cuts, leaderEndMs: this.#leaderEndMs(dips) };
  }

  #leaderEndMs(dips: readonly Dip[]): number | undefined {
    const leader = dips.find(({ isLeader }) => isLeader);
    const out = this.#hard.find(({ startMs }) => leader && startMs <= leader.toMs);
    return out?.endMs ?? leader?.toMs;
  }

  #judgeHard(at: number): void {
    const cut = hardCutAt(this.#frames, at, this.#scores);
    // A late jump is seen from two boundaries.
    if (!cut || cut.startMs === this.#hard.at(-1)?.startMs) return;
    this.#hard.push(cut);
    this.#gradual.hardCutAtMs(cut.startMs);
    this.#dips.hardCutAtMs(cut.startMs);
  }

  #judgeGradual(end: number): void {
    const sinceMs = this.#hard.at(-1)?.startMs ?? -Infinity;
    for (const window of gradualWindowsEndingAt(this.#frames, end)) {
      if (window.startMs >= sinceMs) this.#gradual.add(window);
    }
  }
}

/** One list without overlaps: what happens around a dip is the dip's to say, and a hard cut outranks a dissolve. */
export function assembleCuts(
  hard: readonly Cut[],
  gradual: readonly Cut[],
  dips: readonly Dip[],
): readonly Cut[] {
  const outside = (cut: Cut): boolean =>
    dips.every(({ fromMs, toMs }) => cut.endMs < fromMs || cut.startMs > toMs);
  const ofDips = dips.map(({ cut }) => cut).filter((cut) => cut !== undefined);
  // The grey frame after a dip comes up to 0.1 s late; a hard cut out of it is known to the frame.
  const sharpened = ofDips.map((cut) => {
    const exact = hard.find(
      ({ startMs }) => startMs > cut.startMs && startMs <= cut.endMs && cut.endMs - startMs <= 150,
    );
    return exact ? { ...cut, endMs: exact.endMs } : cut;
  });
  const kept = [...hard, ...gradual].filter(outside);
  return [...kept, ...sharpened].toSorted((a, b) => a.endMs - b.endMs);
}
