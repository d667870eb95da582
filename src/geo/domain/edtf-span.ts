import { Century, Date as ExtendedDate, Decade, parse } from 'edtf';
import { firstInstantFrom, instantsOf } from './zone-time.js';

export const TIME_PRECISIONS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

/** Milliseconds since 1970, both inclusive; null where it is open or unknown. */
export interface Span {
  readonly earliestMs: number | null;
  readonly latestMs: number | null;
  readonly precision: TimePrecision;
  /** A local time or date was written, so that a zone had to be known. */
  readonly local: boolean;
}

/** Says what is wrong in words for whoever wrote the text. */
export class EdtfError extends Error {
  override readonly name = 'EdtfError';
}

interface Node {
  readonly type: string;
  readonly values: readonly unknown[];
  readonly unspecified?: number;
  readonly timeZone?: string;
  readonly significant?: number;
  readonly earlier?: boolean;
  readonly later?: boolean;
}

/**
 * The span of time that EDTF text (ISO 8601-2, levels 0 to 2) covers, a local date being that date in `zone`. Approximate and
 * uncertain dates cover what they would without the mark.
 * @throws EdtfError
 */
export function readEdtf(text: string, zone: string): Span {
  // The parser reads `.5` as five milliseconds.
  if (/\d\.\d/.test(text)) throw new EdtfError('fractions of seconds are not EDTF');
  return spanOf(parsed(text), zone);
}

function parsed(text: string): Node {
  try {
    return parse(text, { level: 2 }) as Node;
  } catch (error) {
    if (error instanceof RangeError) throw new EdtfError('latest lies before earliest');
    if (error instanceof Error)
      throw new EdtfError('not a date or interval in EDTF, or one that does not exist');
    throw error;
  }
}

function spanOf(node: Node, zone: string): Span {
  switch (node.type) {
    case 'Date':
      return node.values.length > 3 ? clockSpan(node, zone) : dateSpan(node, zone);
    case 'Decade':
      return localSpan(bounds(new Decade(node)), zone, 'year');
    case 'Century':
      return localSpan(bounds(new Century(node)), zone, 'year');
    case 'Year':
      return localSpan(yearBounds(node), zone, 'year');
    case 'Season':
      return localSpan(partOfYear(node), zone, 'month');
    case 'Interval':
      return intervalSpan(node.values as readonly (Node | number | null)[], zone);
    case 'Set':
    case 'List':
      return unionSpan(node, zone);
    default:
      throw new EdtfError(`${node.type} is not a kind of date that is read`);
  }
}

/** Local milliseconds, as if they were UTC. */
type Bounds = readonly [min: number, max: number];

function bounds({ min, max }: { readonly min: number; readonly max: number }): Bounds {
  return [min, max];
}

function localSpan([min, max]: Bounds, zone: string, precision: TimePrecision): Span {
  const years = [new Date(min).getUTCFullYear(), new Date(max).getUTCFullYear()];
  // Later than PostgreSQL's and RFC 3339's years, or before them.
  if (!years.every((year) => year >= 1 && year <= 9999)) throw new EdtfError('beyond the years 1 to 9999');
  return {
    earliestMs: firstInstantFrom(zone, min),
    latestMs: firstInstantFrom(zone, max + 1) - 1,
    precision,
    local: true,
  };
}

function dateSpan(node: Node, zone: string): Span {
  const [year, month, day] = node.values as readonly number[];
  // The parser takes 29 February of any year, and turns it into 1 March.
  if (
    node.unspecified === undefined &&
    month !== undefined &&
    day !== undefined &&
    day > daysIn(year ?? 0, month)
  )
    throw new EdtfError(`there is no day ${day} in that month`);
  const written = (['year', 'month', 'day'] as const)[node.values.length - 1] ?? 'day';
  return localSpan(bounds(new ExtendedDate(node)), zone, unspecifiedTo(written, node.unspecified ?? 0));
}

/** Bits of the mask, from the lowest: four digits of the year, two of the month, two of the day. */
function unspecifiedTo(written: TimePrecision, mask: number): TimePrecision {
  if ((mask & 0b0011_1111) !== 0) return 'year';
  return (mask & 0b1100_0000) === 0 ? written : 'month';
}

function daysIn(year: number, month: number): number {
  return new Date(new Date(0).setUTCFullYear(year, month + 1, 0)).getUTCDate();
}

function clockSpan(node: Node, zone: string): Span {
  const [year = 0, month = 0, day = 1, hour = 0, minute = 0, second = 0] = node.values as readonly number[];
  if (day > daysIn(year, month)) throw new EdtfError(`there is no day ${day} in that month`);
  const local = new Date(Date.UTC(2000, month, day, hour, minute, second)).setUTCFullYear(year, month, day);
  const whole = node.values.length === 5 ? 60_000 : 1_000;
  const precision = node.values.length === 5 ? 'minute' : 'second';
  const [first, last] =
    node.timeZone === undefined ? shown(zone, local) : offsetInstant(node.timeZone, local);
  const inRange = [first, last].every((at) => new Date(at).getUTCFullYear() >= 1);
  if (!inRange) throw new EdtfError('beyond the years 1 to 9999');
  return {
    earliestMs: first,
    latestMs: last + whole - 1,
    precision,
    local: node.timeZone === undefined,
  };
}

/** Both instants when clocks were put back over this time. */
function shown(zone: string, local: number): Bounds {
  const instants = instantsOf(zone, local);
  const [first] = instants;
  if (first === undefined)
    throw new EdtfError(`clocks in ${zone} never showed that time: they were put forward over it`);
  return [first, instants.at(-1) ?? first];
}

function offsetInstant(offset: string, local: number): Bounds {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)?$/.exec(offset) ?? [];
  const offsetMs = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  return [local - offsetMs, local - offsetMs];
}

/** `1950S2`: the first digits that count stand, the rest may be any. */
function yearBounds(node: Node): Bounds {
  const year = Number(node.values[0]);
  const digits = String(Math.abs(year)).length;
  const unit = 10 ** Math.max(0, digits - (node.significant ?? digits));
  const first = Math.floor(year / unit) * unit;
  if (first < 1 || first + unit - 1 > 9999) throw new EdtfError('beyond the years 1 to 9999');
  return [monthStart(first, 0), monthStart(first + unit, 0) - 1];
}

/** Quarters, thirds and halves of a year; which months a season means depends on the place. */
function partOfYear(node: Node): Bounds {
  const [year = 0, part = 0] = node.values as readonly number[];
  const [first, months] =
    part >= 33 && part <= 36
      ? [33, 3]
      : part >= 37 && part <= 39
        ? [37, 4]
        : part >= 40 && part <= 41
          ? [40, 6]
          : [0, 0];
  if (months === 0)
    throw new EdtfError(
      'which months a season means depends on the place: write the months, such as 2020-03/2020-05',
    );
  const start = (part - first) * months;
  return [monthStart(year, start), monthStart(year, start + months) - 1];
}

function monthStart(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}

/** An end that is open is Infinity to the parser, one that is not known is null. */
function intervalSpan(ends: readonly (Node | number | null)[], zone: string): Span {
  const [from = null, to = null] = ends.map((end) =>
    typeof end === 'object' && end !== null ? spanOf(end, zone) : null,
  );
  const [earliestMs, latestMs] = [from?.earliestMs ?? null, to?.latestMs ?? null];
  if (earliestMs !== null && latestMs !== null && earliestMs > latestMs)
    throw new EdtfError('latest lies before earliest');
  return { earliestMs, latestMs, ...coarsest([from, to]) };
}

/** One of several dates, or all of them: from the first to the last. The parser's own bounds miss the ends of ranges in sets. */
function unionSpan(node: Node, zone: string): Span {
  const spans = (node.values.flat() as Node[]).map((value) => spanOf(value, zone));
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null);
  return {
    earliestMs: node.earlier === true ? null : Math.min(...known(spans.map(({ earliestMs }) => earliestMs))),
    latestMs: node.later === true ? null : Math.max(...known(spans.map(({ latestMs }) => latestMs))),
    ...coarsest(spans),
  };
}

function coarsest(spans: readonly (Span | null)[]): Pick<Span, 'precision' | 'local'> {
  const present = spans.filter((span) => span !== null);
  const ranks = present.map(({ precision }) => TIME_PRECISIONS.indexOf(precision));
  return {
    precision: TIME_PRECISIONS[Math.min(...ranks)] ?? 'year',
    local: present.some(({ local }) => local),
  };
}
