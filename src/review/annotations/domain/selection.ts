import { badSelector } from './bad-selector.js';
import { parseFragment, writeFragment, type Fragment, type TimeRange } from './media-fragment.js';
import { settle } from './settle.js';
import type { FrameSize, Shape } from './shapes.js';
import { parseSvg } from './svg-shapes.js';
import { writeSvg } from './write-svg.js';

export const MEDIA_FRAGMENTS = 'http://www.w3.org/TR/media-frags/';

export type PlainSelector =
  | { readonly type: 'FragmentSelector'; readonly conformsTo?: string | undefined; readonly value: string }
  | { readonly type: 'SvgSelector'; readonly value: string }
  | { readonly type: 'PointSelector'; readonly x: number; readonly y: number };
export type Selector = PlainSelector & { readonly refinedBy?: PlainSelector | undefined };

/** How the region was written, so that it is answered in a form which the program that drew it can read. */
export type RegionForm = 'fragment' | 'svg' | 'point';

export interface Region {
  readonly form: RegionForm;
  readonly shapes: readonly Shape[];
}

/** A part of a frame, of a clip's time, or of both; no region means the whole picture. */
export interface Selection {
  readonly range: TimeRange | null;
  readonly region: Region | null;
}

export type Annotated =
  | { readonly kind: 'frame'; readonly frame: FrameSize }
  /** Null for what the probe has not told. */
  | { readonly kind: 'clip'; readonly durationMs: number | null; readonly frame: FrameSize | null };

interface Piece {
  readonly range: Fragment['range'];
  readonly region: Region | null;
}

/**
 * What a selector of the Web Annotation Data Model names in this frame or clip.
 * @param path of the selector in the request, for messages.
 * @throws InvalidInputError by `badSelector`.
 */
export function parseSelection(selector: Selector | undefined, of: Annotated, path: string): Selection {
  const pieces = selector === undefined ? [] : piecesOf(selector, of, path);
  const [range, secondRange] = pieces.flatMap((piece) => (piece.range === null ? [] : [piece.range]));
  const [region, secondRegion] = pieces.flatMap((piece) => (piece.region === null ? [] : [piece.region]));
  if (secondRange !== undefined || secondRegion !== undefined) {
    throw badSelector(
      'bad_selector',
      `${path}.refinedBy`,
      'a time range may be refined by a region, or a region by a time range',
    );
  }
  if (of.kind === 'clip') {
    if (range !== undefined)
      return { range: settleRange(range, of.durationMs, path), region: region ?? null };
    throw badSelector('bad_selector', path, 'an annotation of a clip needs a time range: t=start,end');
  }
  if (range === undefined) return { range: null, region: region ?? null };
  throw badSelector('bad_selector', path, 'a frame has no time range: annotate the clip');
}

/** The selector that `parseSelection` reads as the same selection; undefined for the whole frame. */
export function writeSelection({ range, region }: Selection, frame: FrameSize | null): Selector | undefined {
  const shape = region?.form === 'fragment' ? (region.shapes[0] ?? null) : null;
  const inFragment = range !== null || shape !== null;
  const fragment: PlainSelector | undefined = inFragment
    ? { type: 'FragmentSelector', conformsTo: MEDIA_FRAGMENTS, value: writeFragment(range, shape) }
    : undefined;
  const drawn = region === null ? undefined : writeRegion(region, frame);
  if (fragment === undefined || drawn === undefined) return fragment ?? drawn;
  return { ...fragment, refinedBy: drawn };
}

function writeRegion(region: Region, frame: FrameSize | null): PlainSelector | undefined {
  const [first] = region.shapes;
  if (region.form === 'svg') return { type: 'SvgSelector', value: writeSvg(region.shapes, frame) };
  if (region.form === 'point' && first?.kind === 'point') return { type: 'PointSelector', ...first.at };
  return undefined;
}

function piecesOf(selector: Selector, of: Annotated, path: string): Piece[] {
  const { refinedBy } = selector;
  const first = readPlain(selector, of, path);
  return refinedBy === undefined ? [first] : [first, readPlain(refinedBy, of, `${path}.refinedBy`)];
}

function readPlain(selector: PlainSelector, of: Annotated, path: string): Piece {
  switch (selector.type) {
    case 'SvgSelector':
      return {
        range: null,
        region: { form: 'svg', shapes: parseSvg(selector.value, of.frame, `${path}.value`) },
      };
    case 'PointSelector': {
      const point = settle({ kind: 'point', at: { x: selector.x, y: selector.y } }, path);
      return { range: null, region: { form: 'point', shapes: [point] } };
    }
    case 'FragmentSelector': {
      if ((selector.conformsTo ?? MEDIA_FRAGMENTS) !== MEDIA_FRAGMENTS) {
        throw badSelector('bad_selector', `${path}.conformsTo`, `only ${MEDIA_FRAGMENTS} is read`);
      }
      const { range, shape } = parseFragment(selector.value, of.frame, `${path}.value`);
      return { range, region: shape === null ? null : { form: 'fragment', shapes: [shape] } };
    }
  }
}

function settleRange(
  range: NonNullable<Fragment['range']>,
  durationMs: number | null,
  path: string,
): TimeRange {
  const { startMs } = range;
  const endMs = range.endMs ?? durationMs;
  if (endMs === null) {
    throw badSelector('bad_selector', path, 'the clip has no known end: give t=start,end');
  }
  if (durationMs !== null && Math.max(startMs, endMs) > durationMs) {
    throw badSelector('past_the_end', path, `the clip ends after ${durationMs / 1000} s`);
  }
  if (endMs <= startMs) throw badSelector('end_before_start', path, 'the end must come after the start');
  return { startMs, endMs };
}

/** Whether the selector speaks of a time range at all. */
export function namesTime(selector: Selector | undefined): boolean {
  const pieces =
    selector === undefined ? [] : [selector, ...(selector.refinedBy ? [selector.refinedBy] : [])];
  return pieces.some((piece) => piece.type === 'FragmentSelector' && /(?:^#?|&)t=/.test(piece.value));
}
