import { USUAL_SPEEDS, type Line } from './line.js';
import { WIDEST_RADIUS, type NearPair } from './near-pairs.js';

/** A line on which pairs agree, not yet refined. */
export interface VotedLine extends Line {
  readonly votes: number;
  /** Of this clip: where the voters lie. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Most of the voters compare a centre crop with a whole picture. */
  readonly view: number;
  readonly otherView: number;
}

const BIN_MS = 250;

interface Bin {
  votes: number;
  lastKey: number;
  lastWeight: number;
  fromMs: number;
  toMs: number;
  readonly byViews: Map<number, number>;
}

/**
 * The best lines through the pairs, most votes first. A key votes once in a bin, so that a picture that stands still in
 * the other clip is not counted often; a key that is near to many moments says little about which and weighs less.
 */
export function voteLines(pairs: readonly NearPair[], most: number): VotedLine[] {
  const perKey = new Map<number, number>();
  for (const { key } of pairs) perKey.set(key, (perKey.get(key) ?? 0) + 1);
  const lines: VotedLine[] = [];
  for (const mirrored of [false, true]) {
    const own = pairs.filter((pair) => pair.mirrored === mirrored);
    if (own.length === 0) continue;
    for (const speed of USUAL_SPEEDS) {
      for (const line of linesAtSpeed(own, speed, mirrored, perKey)) lines.push(line);
    }
  }
  return apart(
    lines.toSorted((a, b) => b.votes - a.votes || a.speed - b.speed || a.offsetMs - b.offsetMs),
    most,
  );
}

function linesAtSpeed(
  pairs: readonly NearPair[],
  speed: number,
  mirrored: boolean,
  perKey: ReadonlyMap<number, number>,
): VotedLine[] {
  const bins = new Map<number, Bin>();
  for (const pair of pairs) {
    const weight = (1 - pair.distance / (WIDEST_RADIUS + 6)) / Math.sqrt(perKey.get(pair.key)!);
    const at = (pair.otherMs - speed * pair.timeMs) / BIN_MS;
    // Bins overlap by half, so that a line on the border of two is not torn apart.
    vote(bins, Math.floor(at), pair, weight);
    vote(bins, Math.floor(at) - 1, pair, weight);
  }
  const best = [...bins].toSorted(([, a], [, b]) => b.votes - a.votes).slice(0, BEST_PER_SPEED);
  return best.map(([index, bin]) => ({
    ...{ speed, mirrored, offsetMs: (index + 1) * BIN_MS, votes: bin.votes },
    ...{ fromMs: bin.fromMs, toMs: bin.toMs, ...viewsOf(bin) },
  }));
}

const BEST_PER_SPEED = 12;
const VIEW_BASE = 8;

function vote(bins: Map<number, Bin>, index: number, pair: NearPair, weight: number): void {
  let bin = bins.get(index);
  if (bin === undefined) {
    bin = {
      votes: 0,
      lastKey: -1,
      lastWeight: 0,
      fromMs: pair.timeMs,
      toMs: pair.timeMs,
      byViews: new Map(),
    };
    bins.set(index, bin);
  }
  const before = bin.lastKey === pair.key ? bin.lastWeight : 0;
  if (weight > before) {
    bin.votes += weight - before;
    bin.lastWeight = weight;
  }
  bin.lastKey = pair.key;
  bin.fromMs = Math.min(bin.fromMs, pair.timeMs);
  bin.toMs = Math.max(bin.toMs, pair.timeMs);
  const views = pair.view * VIEW_BASE + pair.otherView;
  bin.byViews.set(views, (bin.byViews.get(views) ?? 0) + weight);
}

function viewsOf(bin: Bin): { view: number; otherView: number } {
  const [best] = [...bin.byViews].toSorted(([, a], [, b]) => b - a);
  return { view: Math.floor(best![0] / VIEW_BASE), otherView: best![0] % VIEW_BASE };
}

const SAME_LINE_MS = 240;

/** The same stretch appears at several speeds and in neighbouring bins: only the best of each is followed. */
function apart(lines: readonly VotedLine[], most: number): VotedLine[] {
  const kept: VotedLine[] = [];
  for (const line of lines) {
    if (kept.length === most) break;
    if (!kept.some((better) => isNear(better, line))) kept.push(line);
  }
  return kept;
}

function isNear(a: VotedLine, b: VotedLine): boolean {
  if (a.mirrored !== b.mirrored) return false;
  const middle = (a.fromMs + a.toMs) / 2;
  return Math.abs((a.speed - b.speed) * middle + a.offsetMs - b.offsetMs) < SAME_LINE_MS;
}
