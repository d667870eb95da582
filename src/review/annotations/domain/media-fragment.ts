import { badSelector } from './bad-selector.js';
import { settle } from './settle.js';
import type { FrameSize, Shape } from './shapes.js';

/** Milliseconds of display time from the clip's start. */
export interface TimeRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** What a fragment says, before it is held against the clip: an open end is null. */
export interface Fragment {
  readonly range: { readonly startMs: number; readonly endMs: number | null } | null;
  readonly shape: Shape | null;
}

const NUMBER = '\\d{1,9}(?:\\.\\d{1,12})?';
const CLOCK = '(?:(?:\\d{1,4}:)?[0-5]?\\d:[0-5]\\d|\\d{1,9})(?:\\.\\d{0,12})?';
const AREA = new RegExp(`^(?:(percent|pixel):)?(${NUMBER}),(${NUMBER}),(${NUMBER}),(${NUMBER})$`);
const TIME = new RegExp(`^(?:npt:)?(${CLOCK})?(?:,(${CLOCK}))?$`);

/**
 * Media Fragments URI 1.0 §4.2.1 (`t`, normal play time) and §4.2.2 (`xywh`), joined by `&`. An area without width and height
 * is a point.
 * @param frame pixels are read in; null when the size of the picture is not known.
 * @throws InvalidInputError by `badSelector`, at `path`.
 */
export function parseFragment(value: string, frame: FrameSize | null, path: string): Fragment {
  let range: Fragment['range'] = null;
  let shape: Shape | null = null;
  for (const pair of value.replace(/^#/, '').split('&')) {
    const [name, ...rest] = pair.split('=');
    const text = rest.join('=');
    if (name === 't' && range === null) range = parseTime(text, path);
    else if (name === 'xywh' && shape === null) shape = parseArea(text, frame, path);
    else throw badSelector('bad_selector', path, 'expected t=start,end or xywh=percent:x,y,width,height');
  }
  return { range, shape };
}

export function writeFragment(range: TimeRange | null, shape: Shape | null): string {
  const time = range === null ? [] : [`t=${seconds(range.startMs)},${seconds(range.endMs)}`];
  const area = shape === null ? [] : [`xywh=percent:${areaOf(shape).join(',')}`];
  return [...time, ...area].join('&');
}

function parseTime(text: string, path: string): NonNullable<Fragment['range']> {
  const [, start, end] = TIME.exec(text) ?? [];
  if (start === undefined && end === undefined) {
    throw badSelector('bad_selector', path, 'a time range is t=start,end in seconds, or in h:mm:ss');
  }
  return { startMs: milliseconds(start ?? '0'), endMs: end === undefined ? null : milliseconds(end) };
}

function milliseconds(clock: string): number {
  return Math.round(clock.split(':').reduce((total, part) => total * 60 + Number(part), 0) * 1000);
}

function seconds(ms: number): string {
  return String(ms / 1000);
}

function parseArea(text: string, frame: FrameSize | null, path: string): Shape {
  const [whole, unit, ...sides] = AREA.exec(text) ?? [];
  if (whole === undefined) {
    const message =
      'an area is xywh=percent:x,y,width,height or xywh=x,y,width,height in pixels, none negative';
    throw badSelector('bad_selector', path, message);
  }
  const scale = unit === 'percent' ? { x: 1, y: 1 } : percentOfPixels(frame, path);
  const [x = NaN, y = NaN, width = NaN, height = NaN] = sides.map(Number);
  if ((width === 0) !== (height === 0)) {
    throw badSelector('bad_selector', path, 'an area has a width and a height; both 0 is a point');
  }
  const at = { x: x * scale.x, y: y * scale.y };
  const drawn: Shape =
    width === 0
      ? { kind: 'point', at }
      : { kind: 'rectangle', at, width: width * scale.x, height: height * scale.y };
  return settle(drawn, path);
}

function percentOfPixels(frame: FrameSize | null, path: string): { x: number; y: number } {
  if (frame !== null) return { x: 100 / frame.width, y: 100 / frame.height };
  const message = 'the size of the picture is not known: give percent';
  throw badSelector('bad_selector', path, message);
}

function areaOf(shape: Shape): number[] {
  if (shape.kind === 'point') return [shape.at.x, shape.at.y, 0, 0];
  if (shape.kind === 'rectangle') return [shape.at.x, shape.at.y, shape.width, shape.height];
  throw new TypeError(`xywh cannot say ${shape.kind}`);
}
