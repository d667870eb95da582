import type { Track } from '../../fingerprint/domain/track.js';
import { turnRound, type AlignedSegment, type Alignment } from './alignment.js';
import { fitLine } from './fit-line.js';
import { otherTime, USUAL_SPEEDS, type Line } from './line.js';
import { nearPairs, type NearPair } from './near-pairs.js';
import { Overlay } from './overlay.js';
import { admit, coveredShare, type Found } from './segments.js';
import { firstFrom, seriesOf, thinned, type ClipSeries } from './series.js';
import {
  bestStretch,
  contrastBits,
  distinctPictures,
  evidenceOf,
  meanBits,
  spanOf,
  type Stretch,
} from './stretch.js';
import { voteLines, type VotedLine } from './vote-lines.js';

const MOST_SEGMENTS = 24;
const LINES_PER_ROUND = 8;
/**
 * Hashes compared and votes given, after which no further segment is looked for: some seconds. Loops of a few scenes agree
 * along hundreds of lines, of which any few say it all.
 */
const MOST_WORK = 40_000_000;
const LEAST_VOTES = 0.8;

/**
 * How one clip lies on another: which stretches of it show what stretches of the other show, at which speed and which
 * way round. Null when nothing says so: no pictures in common, a single still picture in common, or one scene seen at two times.
 * The same answer, turned round, whichever of the two comes first. Work is bounded whatever the lengths.
 */
export function alignTracks(track: Track, other: Track): Alignment | null {
  const clip = seriesOf(track);
  const otherClip = seriesOf(other);
  if (!isInOrder(track, clip, other, otherClip)) {
    const turned = align(otherClip, clip);
    return turned === null ? null : turnRound(turned);
  }
  return align(clip, otherClip);
}

/** What re-encoding does to a picture that stands still. */
const SAME_STILL_BITS = 6;

/** False for a clip of which no copy could be laid on it: too short, or nothing in it ever changes. */
export function canBeLaid(track: Track): boolean {
  const { views, lengthMs } = seriesOf(track);
  return lengthMs >= SHORTEST_MS && views.some((series) => thinned(series, SAME_STILL_BITS).length > 1);
}

/** The shorter first; of equally long ones the one with the smaller bytes. */
function isInOrder(track: Track, clip: ClipSeries, other: Track, otherClip: ClipSeries): boolean {
  if (clip.lengthMs !== otherClip.lengthMs) return clip.lengthMs < otherClip.lengthMs;
  if (track.count !== other.count) return track.count < other.count;
  const differs = track.hashes.findIndex((byte, at) => byte !== other.hashes[at]);
  return differs < 0 || track.hashes[differs]! < other.hashes[differs]!;
}

function align(clip: ClipSeries, other: ClipSeries): Alignment | null {
  let pairs = nearPairs(clip, other);
  if (pairs.length === 0) return null;
  const overlay = new Overlay(clip, other);
  const found: Found[] = [];
  const refused: VotedLine[] = [];
  let votes = 0;
  while (found.length < MOST_SEGMENTS && overlay.compared + votes < MOST_WORK) {
    votes += pairs.length * VOTES_OF_PAIR;
    const next = bestOf(overlay, pairs, found, refused);
    if (next === undefined) break;
    found.push(next);
    pairs = pairs.filter((pair) => !explains(next.segment, pair));
  }
  return found.length === 0 ? null : alignmentOf(clip, other, found);
}

/** Two neighbouring bins at each speed. */
const VOTES_OF_PAIR = 2 * USUAL_SPEEDS.length;

/** Of the lines with about the most votes the one that the most pictures speak for: a slow scene votes for its neighbours, too. */
function bestOf(
  overlay: Overlay,
  pairs: readonly NearPair[],
  found: readonly Found[],
  refused: VotedLine[],
): Found | undefined {
  let best: Found | undefined;
  let enough = LEAST_VOTES;
  for (const line of voteLines(pairs, LINES_PER_ROUND)) {
    if (line.votes < enough) break;
    if (refused.some((old) => isSame(old, line))) continue;
    const candidate = follow(overlay, line);
    const admitted = candidate === undefined ? undefined : admit(candidate, found);
    if (admitted === undefined) refused.push(line);
    else {
      if (best === undefined) enough = Math.max(enough, line.votes / 2);
      if (best === undefined || admitted.evidence > best.evidence) best = admitted;
    }
  }
  return best;
}

function isSame(a: VotedLine, b: VotedLine): boolean {
  return a.mirrored === b.mirrored && a.speed === b.speed && a.offsetMs === b.offsetMs && a.votes === b.votes;
}

/** Beside a segment's ends its own line still gathers pairs by chance. */
const SLACK_MS = 500;

function explains(segment: AlignedSegment, { timeMs, otherMs }: NearPair): boolean {
  return (
    timeMs >= segment.startMs - SLACK_MS &&
    timeMs <= segment.endMs + SLACK_MS &&
    otherMs >= segment.otherStartMs - SLACK_MS &&
    otherMs <= segment.otherEndMs + SLACK_MS
  );
}

const FIRST_MARGIN_MS = 5_000;
const WINDOWS_MS = [900, 500, 350];

/** Grows a voted line into a segment, refining it on the way; undefined when it does not hold. */
function follow(overlay: Overlay, voted: VotedLine): Found | undefined {
  let line: Line = voted;
  let stretch = grow(overlay, line, voted);
  for (const windowMs of WINDOWS_MS) {
    if (stretch === undefined) return undefined;
    line = fitLine(overlay, line, moments(stretch), windowMs);
    stretch = grow(overlay, line, voted);
  }
  return stretch === undefined ? undefined : judge(overlay, line, voted, stretch);
}

function moments(stretch: Stretch): number[] {
  return stretch.told.map(({ moment }) => moment);
}

/** Looks around the voters, and on as long as the stretch reaches the edge of what was looked at. */
function grow(overlay: Overlay, line: Line, voted: VotedLine): Stretch | undefined {
  const last = overlay.moments.length - 1;
  const earliest = Math.max(0, firstFrom(overlay.moments, -line.offsetMs / line.speed - SLACK_MS));
  const latest = Math.min(
    last,
    firstFrom(overlay.moments, (overlay.otherLengthMs - line.offsetMs) / line.speed + SLACK_MS),
  );
  for (let margin = FIRST_MARGIN_MS; ; margin *= 4) {
    const from = Math.max(earliest, firstFrom(overlay.moments, voted.fromMs - margin));
    const to = Math.min(latest, firstFrom(overlay.moments, voted.toMs + margin));
    const stretch = bestStretch(overlay, line, voted, from, to);
    const isWhole = from === earliest && to === latest;
    if (stretch === undefined || isWhole || (stretch.first > from && stretch.last < to)) return stretch;
  }
}

const SHORTEST_MS = 900;
/** Bits nearer on the line than beside it. */
const LEAST_CONTRAST = 8;
/** And by how much of the bits beside it: one street camera at two times 0.2, copies 0.7 and more, under logos 0.45. */
const LEAST_CONTRAST_SHARE = 0.35;

/** A camera on a tripod shows hardly more than one picture; what little moves must then agree for long, and closely. */
const LONG_MS = 3_000;
const VERY_NEAR_BITS = 20;
/** Compared with the nearer ones beside: a title card has the next scene beside it, and would look alive. */
const STILL_RANK = 0.15;
const STILL_CONTRAST = 3;
/** Two takes of one still garden 0.13, copies of one of them 0.28 and more. */
const STILL_CONTRAST_SHARE = 0.24;

/** Pictures that must differ from each other, by how near the copies are: thresholds of bench/recall, tuning half. */
function picturesNeeded(bits: number): number {
  if (bits <= 31) return 3;
  if (bits <= 46) return 4;
  return bits <= 60 ? 6 : 10;
}

function judge(overlay: Overlay, line: Line, voted: VotedLine, stretch: Stretch): Found | undefined {
  const span = spanOf(overlay, line, stretch);
  if (span.endMs - span.startMs < SHORTEST_MS) return undefined;
  const bits = meanBits(stretch);
  const contrast = contrastBits(overlay, line, voted, stretch);
  const share = contrast / (bits + contrast);
  const isLongAndNear = span.endMs - span.startMs >= LONG_MS && bits <= VERY_NEAR_BITS;
  const stillContrast = isLongAndNear ? contrastBits(overlay, line, voted, stretch, STILL_RANK) : 0;
  const isStill =
    stillContrast >= STILL_CONTRAST && stillContrast >= STILL_CONTRAST_SHARE * (bits + stillContrast);
  const isMoving =
    contrast >= LEAST_CONTRAST &&
    share >= LEAST_CONTRAST_SHARE &&
    distinctPictures(overlay, stretch) >= picturesNeeded(bits);
  if (!isStill && !isMoving) return undefined;
  const agreeing = stretch.told.filter((told) => told.bits <= AGREEING_BITS).length;
  const segment = {
    ...span,
    mirrored: line.mirrored,
    speed: line.speed,
    score: agreeing / stretch.told.length,
  };
  return { segment, bits, evidence: evidenceOf(stretch), otherTimeOf: (time) => otherTime(line, time) };
}

const AGREEING_BITS = 72;

function alignmentOf(clip: ClipSeries, other: ClipSeries, found: readonly Found[]): Alignment {
  const segments = found.map(({ segment }) => whole(segment)).toSorted((a, b) => a.startMs - b.startMs);
  const length = ({ startMs, endMs }: AlignedSegment): number => endMs - startMs;
  const longest = segments.toSorted((a, b) => length(b) - length(a))[0]!;
  const total = segments.reduce((sum, segment) => sum + length(segment), 0);
  const score = segments.reduce((sum, segment) => sum + segment.score * length(segment), 0) / total;
  return {
    ...{ mirrored: longest.mirrored, speed: longest.speed, score, segments },
    coverage: coveredShare(
      segments.map((s) => [s.startMs, s.endMs]),
      clip.lengthMs,
    ),
    otherCoverage: coveredShare(
      segments.map((s) => [s.otherStartMs, s.otherEndMs]),
      other.lengthMs,
    ),
  };
}

function whole(segment: AlignedSegment): AlignedSegment {
  return {
    ...segment,
    ...{ startMs: Math.round(segment.startMs), endMs: Math.round(segment.endMs) },
    ...{ otherStartMs: Math.round(segment.otherStartMs), otherEndMs: Math.round(segment.otherEndMs) },
  };
}
