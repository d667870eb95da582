const FORMATS = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATS = 600;
/** Offsets from UTC have never reached a full day. */
const DAY_MS = 86_400_000;

export function isTimeZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Milliseconds by which the zone's clocks are ahead of UTC at an instant. */
export function offsetMsAt(zone: string, instantMs: number): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instantMs)
      .map(({ type, value }) => [type, value]),
  );
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const wall = wallMs(
    year,
    Number(parts['month']),
    Number(parts['day']),
    Number(parts['hour']),
    Number(parts['minute']),
    Number(parts['second']),
  );
  return wall - Math.floor(instantMs / 1000) * 1000;
}

/** Date.UTC takes the years 0 to 99 for 1900 to 1999. */
function wallMs(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number {
  return new Date(Date.UTC(2000, month - 1, day, hour, minute, second)).setUTCFullYear(year, month - 1, day);
}

/**
 * Instants at which the zone's clocks show a local time (given as milliseconds as if it were UTC), earliest first: none
 * where the clocks are put forward over it, two where they are put back.
 */
export function instantsOf(zone: string, localMs: number): number[] {
  const offsets = new Set([offsetMsAt(zone, localMs - DAY_MS), offsetMsAt(zone, localMs + DAY_MS)]);
  return [...offsets]
    .map((offset) => localMs - offset)
    .filter((instant) => instant + offsetMsAt(zone, instant) === localMs)
    .toSorted((a, b) => a - b);
}

/** The first instant at which the zone's clocks show this local time or a later one: the start of a day, whatever DST does. */
export function firstInstantFrom(zone: string, localMs: number): number {
  const [first] = instantsOf(zone, localMs);
  if (first !== undefined) return first;
  let before = localMs - DAY_MS;
  let after = localMs + DAY_MS;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offsetMsAt(zone, middle) < localMs) before = middle;
    else after = middle;
  }
  return after;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  if (FORMATS.size >= MOST_FORMATS) FORMATS.clear();
  FORMATS.set(zone, format);
  return format;
}
