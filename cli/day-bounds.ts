/** First and last millisecond, since 1970 (UTC). */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** The first place on earth to see a day is at UTC+14, the last at UTC−12. */
const FIRST_OFFSET_MS = 14 * HOUR_MS;
const LAST_OFFSET_MS = -12 * HOUR_MS;

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What clocks in the zone show at an instant, less UTC. */
function offsetMs(instantMs: number, timezone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instantMs);
  const value = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return shown - Math.floor(instantMs / 1000) * 1000;
}

/** The instant at which clocks in the zone show this wall time (given as if it were UTC). */
function instantOf(wallMs: number, timezone: string): number {
  const guess = wallMs - offsetMs(wallMs, timezone);
  // Around a change of clocks the first guess may use the offset of the other side.
  return wallMs - offsetMs(guess, timezone);
}

/** The bounds of a day `YYYY-MM-DD` in a zone, or anywhere on earth for null; null when there is no such day. */
export function dayBounds(day: string, timezone: string | null): Span | null {
  const startMs = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(startMs) || new Date(startMs).toISOString().slice(0, 10) !== day) return null;
  const endMs = startMs + DAY_MS;
  if (timezone === null) return { fromMs: startMs - FIRST_OFFSET_MS, toMs: endMs - LAST_OFFSET_MS - 1 };
  return { fromMs: instantOf(startMs, timezone), toMs: instantOf(endMs, timezone) - 1 };
}
