import type { EmbeddedTime } from '../../../metadata/metadata.contract.js';
import { HOUR_MS, UNKNOWN_ZONE_MS } from '../../domain/publication.js';

/** `recorded`: when it was filmed; `written`: when this file was made; `changed`: anything else with a date. */
export type TimeKind = 'recorded' | 'written' | 'changed';

export interface Reading {
  readonly index: number;
  readonly tag: string;
  readonly raw: string;
  readonly kind: TimeKind;
  readonly zoneKnown: boolean;
  /** The moments of UTC that may be meant: one when the zone is known, else 14 hours to both sides. */
  readonly fromMs: number;
  readonly toMs: number;
  /** What a clock shows that nobody has set. */
  readonly isUnset: boolean;
}

const RECORDED =
  /:(DateTimeOriginal|CreationDate|GPSDateTime|DateTimeDigitized|com\.apple\.quicktime\.creationdate)(-[a-z]{2,3})?$/i;
const WRITTEN =
  /:(CreateDate|MediaCreateDate|TrackCreateDate|creation_time|CreationTime|DateUTC)(-[a-z]{2,3})?$/i;
const STAMP = /^(\d{4})[:-](\d{2})[:-](\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?/;

/** Unix zero and its first year: no digital clip is as old. */
const FIRST_PLAUSIBLE_MS = Date.UTC(1971, 0, 1);
/** First midnight of cameras that have lost their battery. */
const FACTORY_DAYS = new Set(['1980-01-01', '2000-01-01']);

/** Every embedded time that is a time, the most telling first. */
export function readingsOf(times: readonly EmbeddedTime[]): Reading[] {
  return times
    .flatMap((time, index) => readingOf(time, index) ?? [])
    .toSorted(
      (a, b) =>
        ORDER[a.kind] - ORDER[b.kind] || Number(b.zoneKnown) - Number(a.zoneKnown) || a.fromMs - b.fromMs,
    );
}

const ORDER: Readonly<Record<TimeKind, number>> = { recorded: 0, written: 1, changed: 2 };

function readingOf({ tag, raw, utc }: EmbeddedTime, index: number): Reading | null {
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00'] =
    STAMP.exec(raw.trim()) ?? [];
  const date = `${year}-${month}-${day}`;
  const localMs = Date.parse(`${date}T${hour ?? '00'}:${minute}:${second}Z`);
  const utcMs = utc === null ? Number.NaN : Date.parse(utc);
  if (!isCalendarDay(date) || (Number.isNaN(localMs) && Number.isNaN(utcMs))) return null;
  const zoneKnown = !Number.isNaN(utcMs);
  const lengthMs = hour === undefined ? 24 * HOUR_MS : 0;
  const isFactory = FACTORY_DAYS.has(date) && (hour === undefined || hour === '00');
  return {
    ...{ index, tag, raw, zoneKnown, kind: kindOf(tag) },
    fromMs: zoneKnown ? utcMs : localMs - UNKNOWN_ZONE_MS,
    toMs: zoneKnown ? utcMs : localMs + lengthMs + UNKNOWN_ZONE_MS,
    isUnset: (zoneKnown ? utcMs : localMs) < FIRST_PLAUSIBLE_MS || isFactory,
  };
}

function kindOf(tag: string): TimeKind {
  if (RECORDED.test(tag)) return 'recorded';
  return WRITTEN.test(tag) ? 'written' : 'changed';
}

/** `Date` takes 31 February for a day in March. */
function isCalendarDay(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
