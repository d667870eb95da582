import type { EmbeddedTags } from '../../../../media/exiftool.js';
import type { EmbeddedTime } from '../metadata.contract.js';

const TIME_NAME =
  /(Date|DateTime|DateTimeOriginal|DateTimeDigitized|DateUTC|CreationTime|TimeStamp|creation_time|creationdate)(-[a-z]{2,3})?$/;
const STAMP =
  /^(\d{4})[:-](\d{2})[:-](\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/** A hostile file may hold a date in each of ten thousand tags. */
const MAX_TIMES = 200;

const NOTES = {
  stated: null,
  gps: 'GPS time is UTC by definition.',
  offsetTag: 'The zone is stated in a tag of its own.',
  quickTime:
    'The format prescribes UTC here, yet many cameras write their local time: the zone is not known.',
  unknown: 'No zone is stated.',
} as const;

/** Every time that the tags hold, in file order; the zero date of an unset field (1904, or all zeros) is no time. */
export function timesOf(tags: EmbeddedTags): EmbeddedTime[] {
  return Object.entries(tags)
    .filter(([tag]) => TIME_NAME.test(tag))
    .flatMap(([tag, raw]) => timeOf(tag, raw, tags) ?? [])
    .slice(0, MAX_TIMES);
}

function timeOf(tag: string, raw: string, tags: EmbeddedTags): EmbeddedTime | null {
  const parts = STAMP.exec(raw.trim());
  if (!parts) return null;
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', fraction = ''] = parts;
  if (Number(year) <= 1904 || month === '00' || day === '00') return null;
  const zone = zoneOf(tag, parts[8], tags);
  const clock = hour === undefined ? undefined : `${hour}:${minute}:${second}${fraction.slice(0, 4)}`;
  const utc =
    clock === undefined || zone.offset === null
      ? null
      : utcOf(`${year}-${month}-${day}T${clock}${zone.offset}`);
  const zoneKnown = utc !== null;
  return { tag, raw, utc, offset: zone.offset, zoneKnown, note: zone.note };
}

function zoneOf(
  tag: string,
  stated: string | undefined,
  tags: EmbeddedTags,
): { offset: string | null; note: string | null } {
  const [group = '', name = ''] = tag.split(/:(.*)/s);
  // ffprobe itself appends the Z that the format prescribes; the file states none.
  if (name === 'creation_time' && /^(Format|Stream\d+)$/.test(group)) {
    return { offset: null, note: NOTES.quickTime };
  }
  if (stated !== undefined) return { offset: withColon(stated), note: NOTES.stated };
  if (/^GPSDateTime$/.test(name)) return { offset: 'Z', note: NOTES.gps };
  const sibling = tags[`${group}:${OFFSET_TAGS[name] ?? ''}`];
  if (sibling !== undefined && /^(Z|[+-]\d{2}:?\d{2})$/.test(sibling)) {
    return { offset: withColon(sibling), note: NOTES.offsetTag };
  }
  return { offset: null, note: /^(QuickTime|Track\d+)$/.test(group) ? NOTES.quickTime : NOTES.unknown };
}

/** EXIF 2.31 §4.6.5: the zone of each of its three times. */
const OFFSET_TAGS: Readonly<Record<string, string>> = {
  ModifyDate: 'OffsetTime',
  DateTimeOriginal: 'OffsetTimeOriginal',
  CreateDate: 'OffsetTimeDigitized',
};

function withColon(offset: string): string {
  return offset === 'Z' || offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

/** Null for a date that no calendar has (31 February, hour 25). */
function utcOf(text: string): string | null {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) return null;
  const isCalendarDay = new Date(`${text.slice(0, 10)}T00:00:00Z`)
    .toISOString()
    .startsWith(text.slice(0, 10));
  return isCalendarDay ? date.toISOString() : null;
}
