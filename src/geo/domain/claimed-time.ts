import { EdtfError, readEdtf, TIME_PRECISIONS, type TimePrecision } from './edtf-span.js';
import { isTimeZone } from './zone-time.js';

/** A time as it is claimed: instants as RFC 3339 text with an offset. */
export interface WrittenTime {
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly timezone?: string | undefined;
  readonly edtf?: string | undefined;
  readonly precision?: TimePrecision | undefined;
}

/** What follows from it. Absent where nothing was said or the side is open. */
export interface DerivedTime {
  readonly earliest?: string;
  readonly latest?: string;
  readonly precision?: TimePrecision;
  readonly edtf?: string;
  /** A local date or time was written without a zone, and UTC was taken. */
  readonly zoneAssumed?: true;
}

export interface TimeProblem {
  readonly path: keyof WrittenTime;
  readonly problem: string;
}

/**
 * Fills in what is missing of the interval, its precision and its EDTF. What is written stands: an interval that does not
 * meet its own EDTF text is refused, as are dates that do not exist and ends before beginnings.
 */
export function readClaimedTime(written: WrittenTime): DerivedTime | TimeProblem {
  const { earliest, latest, timezone } = written;
  if (timezone !== undefined && !isTimeZone(timezone))
    return { path: 'timezone', problem: 'not an IANA time zone' };
  if (earliest !== undefined && latest !== undefined && Date.parse(earliest) > Date.parse(latest))
    return { path: 'latest', problem: 'latest lies before earliest' };
  return written.edtf === undefined ? fromInstants(written) : fromEdtf(written, written.edtf);
}

function fromInstants({ earliest, latest, precision }: WrittenTime): DerivedTime {
  if (earliest === undefined && latest === undefined) return precision === undefined ? {} : { precision };
  return {
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
    precision: precision ?? writtenPrecision([earliest, latest]),
    edtf: edtfOf(earliest, latest),
  };
}

function fromEdtf(written: WrittenTime, edtf: string): DerivedTime | TimeProblem {
  try {
    const span = readEdtf(edtf, written.timezone ?? 'UTC');
    const earliest = written.earliest ?? instant(span.earliestMs);
    const latest = written.latest ?? instant(span.latestMs);
    if (isBefore(latest, span.earliestMs) || isAfter(earliest, span.latestMs))
      return { path: 'edtf', problem: 'earliest and latest lie outside of the EDTF interval' };
    if (earliest !== undefined && latest !== undefined && Date.parse(earliest) > Date.parse(latest))
      return { path: 'edtf', problem: 'latest lies before earliest' };
    return {
      ...(earliest === undefined ? {} : { earliest }),
      ...(latest === undefined ? {} : { latest }),
      precision: written.precision ?? span.precision,
      edtf,
      ...(span.local && written.timezone === undefined ? { zoneAssumed: true as const } : {}),
    };
  } catch (error) {
    if (error instanceof EdtfError) return { path: 'edtf', problem: error.message };
    throw error;
  }
}

function instant(ms: number | null): string | undefined {
  return ms === null ? undefined : new Date(ms).toISOString();
}

function isBefore(text: string | undefined, ms: number | null): boolean {
  return text !== undefined && ms !== null && Date.parse(text) < ms;
}

function isAfter(text: string | undefined, ms: number | null): boolean {
  return text !== undefined && ms !== null && Date.parse(text) > ms;
}

function writtenPrecision(texts: readonly (string | undefined)[]): TimePrecision {
  const precisions = texts
    .filter((text) => text !== undefined)
    .map((text): TimePrecision => (/T\d\d:\d\d:\d\d/.test(text) ? 'second' : 'minute'));
  return TIME_PRECISIONS.find((precision) => precisions.includes(precision)) ?? 'second';
}

/** EDTF knows no fractions of seconds: the start is cut down to its second, and so is the end, which then means all of it. */
function edtfOf(earliest: string | undefined, latest: string | undefined): string {
  const text = (written: string | undefined) =>
    written === undefined ? '..' : new Date(written).toISOString().replace(/\.\d+Z$/, 'Z');
  const [from, to] = [text(earliest), text(latest)];
  return from === to ? from : `${from}/${to}`;
}
