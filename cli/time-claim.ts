import { UsageError } from './failures.js';
import { dayBounds, isTimeZone, type Span } from './day-bounds.js';

export interface TimeClaim {
  readonly statement: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly timezone?: string;
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(?::(\d{2})(\.\d{1,9})?)?([Zz]|[+-]\d{2}:\d{2})$/;
const MINUTE_MS = 60_000;

/** RFC 3339, also without seconds: such an instant lasts its whole minute. */
function instantSpan(text: string): Span | null {
  const [, day = '', time = '', seconds, fraction = '', zone = ''] = INSTANT.exec(text) ?? [];
  if (day === '' || dayBounds(day, 'UTC') === null) return null;
  const from = Date.parse(`${day}T${time}:${seconds ?? '00'}${fraction}${zone.toUpperCase()}`);
  if (Number.isNaN(from)) return null;
  return { fromMs: from, toMs: seconds === undefined ? from + MINUTE_MS - 1 : from };
}

function spanOf(text: string, timezone: string | undefined): Span | null {
  return DAY.test(text) ? dayBounds(text, timezone ?? null) : instantSpan(text);
}

/** `a/b`, either side open as `..` or nothing, else a single day or instant. */
function interval(text: string, timezone: string | undefined): Partial<Span> | null {
  const [start = '', end, ...more] = text.split('/').map((side) => side.trim());
  if (more.length > 0) return null;
  if (end === undefined) return spanOf(start, timezone);
  const isOpen = (side: string): boolean => side === '' || side === '..';
  const from = isOpen(start) ? undefined : spanOf(start, timezone);
  const to = isOpen(end) ? undefined : spanOf(end, timezone);
  if (from === null || to === null || (from === undefined && to === undefined)) return null;
  return {
    ...(from === undefined ? {} : { fromMs: from.fromMs }),
    ...(to === undefined ? {} : { toMs: to.toMs }),
  };
}

/**
 * The words as they are, with the earliest and latest instant when they can be read as an RFC 3339 instant, a day or an
 * interval of these. A day without `timezone` covers that day in every time zone of the earth: a narrower reading would
 * make true claims look contradicted.
 *
 * @throws UsageError when `timezone` is no IANA time zone
 */
export function timeClaim(statement: string, timezone?: string): TimeClaim {
  if (timezone !== undefined && !isTimeZone(timezone))
    throw new UsageError(`"${timezone}" is no time zone; write one like Asia/Damascus.`);
  const span = interval(statement.trim(), timezone) ?? {};
  return {
    statement,
    ...(span.fromMs === undefined ? {} : { earliest: new Date(span.fromMs).toISOString() }),
    ...(span.toMs === undefined ? {} : { latest: new Date(span.toMs).toISOString() }),
    ...(timezone === undefined ? {} : { timezone }),
  };
}
