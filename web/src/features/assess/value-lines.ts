import { wallClock } from '@/ui/time';

/** One fact of a claimed or found value, still without words of any language around it. */
export interface ValueLine {
  /** Names the text before it (`value.<key>`); a claim of the type "other" brings its own in `name`. */
  readonly key: string;
  readonly name?: string;
  readonly text: string;
  /** Numbers, coordinates and dates read from left to right in every language. */
  readonly isCode: boolean;
}

type Value = Readonly<Record<string, unknown>>;

/** A claim's structured value as lines to read, in an order that people expect. Unknown fields are shown, not dropped. */
export function valueLines(type: 'location' | 'time' | 'source' | 'other', value: Value): ValueLine[] {
  switch (type) {
    case 'location':
      return locationLines(value);
    case 'time':
      return timeLines(value);
    case 'source':
      return ['name', 'handle', 'platform'].flatMap((key) => line(key, value[key], key === 'handle'));
    case 'other':
      return Object.entries(value).map(([name, text]) => ({
        key: 'entry',
        name,
        text: String(text),
        isCode: false,
      }));
  }
}

function locationLines(value: Value): ValueLine[] {
  const point = pointOf(value);
  return [
    ...line('place', value['place'], false),
    ...line('coordinates', value['coordinates'], true),
    ...line('point', point, true),
    ...line('radius', metres(value['radiusM']), true),
    ...line('uncertainty', metres(value['uncertaintyM']), true),
    ...line('polygon', pointsIn(value['polygon']), true),
  ];
}

function timeLines(value: Value): ValueLine[] {
  const zone = typeof value['timezone'] === 'string' ? value['timezone'] : undefined;
  const { earliest, latest } = value;
  return [
    ...line('interval', intervalIn(earliest, latest, 'UTC'), true),
    ...line('intervalThere', zone === undefined ? undefined : intervalIn(earliest, latest, zone), true),
    ...line('edtf', value['edtf'], true),
    ...line('precision', value['precision'], false),
    ...(value['zoneAssumed'] === true ? [{ key: 'zoneAssumed', text: '', isCode: false }] : []),
  ];
}

function intervalIn(earliest: unknown, latest: unknown, zone: string): string | undefined {
  const of = (at: unknown) => (typeof at === 'string' ? readable(at, zone) : '…');
  if (typeof earliest !== 'string' && typeof latest !== 'string') return undefined;
  return earliest === latest ? `${of(earliest)} ${zone}` : `${of(earliest)} – ${of(latest)} ${zone}`;
}

/** A zone or a time that this browser does not know must not take the panel down. */
function readable(at: string, zone: string): string {
  try {
    return wallClock(at, zone);
  } catch (error) {
    if (error instanceof RangeError) return at;
    throw error;
  }
}

function pointOf(value: Value): string | undefined {
  const read = (value['point'] ?? value) as Value;
  const { lat, lon } = read;
  return typeof lat === 'number' && typeof lon === 'number' ? `${lat}, ${lon}` : undefined;
}

function metres(given: unknown): string | undefined {
  if (typeof given !== 'number') return undefined;
  return given >= 10_000 ? `${Math.round(given / 100) / 10} km` : `${given} m`;
}

function pointsIn(polygon: unknown): string | undefined {
  if (!Array.isArray(polygon)) return undefined;
  const isRing = typeof (polygon as unknown[][])[0]?.[0] === 'number';
  const rings = (isRing ? [polygon] : polygon) as unknown[][];
  return String(rings.reduce((sum, ring) => sum + ring.length, 0));
}

function line(key: string, text: unknown, isCode: boolean): ValueLine[] {
  return typeof text === 'string' && text !== '' ? [{ key, text, isCode }] : [];
}
