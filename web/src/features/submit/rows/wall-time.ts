const WALL = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?)?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d{2}:\d{2})$/i;

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

/**
 * `2024-05-06`, `2024-05-06 14:03` or an instant with its offset, as an RFC 3339 instant in UTC. A time of day that occurs
 * twice (clocks set back) is read so that the stretch it bounds grows; one that never was is refused.
 * @param side of the stretch: a day alone begins at its first and ends at its last second
 * @returns undefined when it is no time, or the zone is none
 */
export function instantOf(text: string, zone: string, side: 'first' | 'last'): string | undefined {
  const written = text.trim();
  if (WITH_OFFSET.test(written))
    return isDay(written) ? iso(Date.parse(written.replace(' ', 'T').replace(/\s/, ''))) : undefined;
  const found = WALL.exec(written);
  if (found === null || !isDay(written) || !isZone(zone)) return undefined;
  const [, , , , hour, minute, second] = found;
  const edge = side === 'first' ? [0, 0, 0] : [23, 59, 59];
  const [h = 0, m = 0, s = 0] =
    hour === undefined ? edge : [Number(hour), Number(minute), Number(second ?? 0)];
  if (h > 23 || m > 59 || s > 59) return undefined;
  const wall = new Date(`${written.slice(0, 10)}T00:00:00Z`);
  wall.setUTCHours(h, m, s);
  const [earliest, latest] = candidates(wall.getTime(), zone);
  return iso(side === 'first' ? earliest : latest);
}

/** Whether the day exists: parsers take the thirtieth of February for the first of March. */
function isDay(written: string): boolean {
  const day = written.slice(0, 10);
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** The moments at which clocks of the zone show this; none where they skip it. */
function candidates(wallMs: number, zone: string): [number | undefined, number | undefined] {
  const offsets = [-DAY_MS, 0, DAY_MS].map((shift) => offsetMs(wallMs + shift, zone));
  const moments = [...new Set(offsets.map((offset) => wallMs - offset))]
    .filter((moment) => moment + offsetMs(moment, zone) === wallMs)
    .toSorted((one, other) => one - other);
  return [moments[0], moments.at(-1)];
}

const DAY_MS = 86_400_000;

function offsetMs(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}

function iso(moment: number | undefined): string | undefined {
  return moment === undefined || Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
}
