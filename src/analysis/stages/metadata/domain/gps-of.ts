import type { EmbeddedTags } from '../../../../media/exiftool.js';
import type { EmbeddedGps } from '../metadata.contract.js';
import { parseIso6709, positionOf, type Iso6709Position } from './iso6709.js';

/** Groups by how directly a camera writes them; the rest follow in file order. */
const GROUP_ORDER = ['Keys', 'UserData', 'ItemList', 'GPS', 'XMP-exif'];

/** The most direct position that the tags hold: Apple Keys, `©xyz`, 3GPP `loci`, EXIF, XMP, then any ISO 6709 text. */
export function gpsOf(tags: EmbeddedTags): EmbeddedGps | null {
  for (const tag of byDirectness(Object.keys(tags))) {
    const position = positionFrom(tag, tags);
    if (!position) continue;
    return { ...position, accuracyM: accuracyOf(tags), sourceTag: tag };
  }
  return null;
}

function byDirectness(names: readonly string[]): readonly string[] {
  const rank = (name: string): number => {
    const place = GROUP_ORDER.indexOf(name.split(':')[0] ?? '');
    return place === -1 ? GROUP_ORDER.length : place;
  };
  return names.toSorted((a, b) => rank(a) - rank(b));
}

function positionFrom(tag: string, tags: EmbeddedTags): Iso6709Position | null {
  const [group = '', name = ''] = tag.split(/:(.*)/s);
  const value = tags[tag] ?? '';
  if (name === 'GPSCoordinates') return fromCoordinates(value) ?? parseIso6709(value);
  if (name === 'LocationInformation') return fromLoci(value);
  if (name === 'GPSLatitude') return fromPair(group, tags);
  return /location|iso6709|xyz/i.test(name) ? parseIso6709(value) : null;
}

/** `+35.76000000, +36.76000000, 312 m Above Sea Level` */
function fromCoordinates(value: string): Iso6709Position | null {
  const [lat, lon, altitude] = value.split(',');
  return placed(signedNumber(lat), signedNumber(lon), altitudeOf(altitude));
}

/** 3GPP TS 26.244 §8.10, as ExifTool writes it: `… Lat=35.75999 Lon=36.75999 Alt=312.00 Body=earth …` */
function fromLoci(value: string): Iso6709Position | null {
  const part = (name: string): string | undefined => new RegExp(`\\b${name}=([-+]?[0-9.]+)`).exec(value)?.[1];
  if (/Body=(?!earth)\S/.test(value)) return null;
  return placed(signedNumber(part('Lat')), signedNumber(part('Lon')), altitudeOf(part('Alt')));
}

/** EXIF keeps the hemisphere in a tag of its own; XMP signs the number. */
function fromPair(group: string, tags: EmbeddedTags): Iso6709Position | null {
  const read = (name: string, negative: RegExp): number | null => {
    const value = signedNumber(tags[`${group}:${name}`]);
    const reference = tags[`${group}:${name}Ref`] ?? '';
    return value !== null && negative.test(reference) ? -Math.abs(value) : value;
  };
  const lat = read('GPSLatitude', /^S/i);
  const lon = read('GPSLongitude', /^W/i);
  const altitude = altitudeOf(tags[`${group}:GPSAltitude`]);
  const isBelow = /below/i.test(tags[`${group}:GPSAltitudeRef`] ?? '');
  return placed(lat, lon, altitude !== null && isBelow ? -Math.abs(altitude) : altitude);
}

function placed(lat: number | null, lon: number | null, altitudeM: number | null): Iso6709Position | null {
  return lat === null || lon === null ? null : positionOf(lat, lon, altitudeM);
}

function altitudeOf(text: string | undefined): number | null {
  const value = signedNumber(text);
  return value !== null && /below/i.test(text ?? '') ? -Math.abs(value) : value;
}

function signedNumber(text: string | undefined): number | null {
  const digits = /^\s*([-+]?\d+(?:\.\d+)?)/.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function accuracyOf(tags: EmbeddedTags): number | null {
  const name = Object.keys(tags).find((tag) =>
    /:(GPSHPositioningError|LocationAccuracyHorizontal)$/.test(tag),
  );
  const value = name === undefined ? null : signedNumber(tags[name]);
  return value !== null && value >= 0 ? value : null;
}
