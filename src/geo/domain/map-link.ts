import { readCoordinateText } from './coordinate-text.js';
import { plainCharacters } from './plain-characters.js';
import {
  decimalPrecisionM,
  pointOf,
  unreadable,
  type PointFormat,
  type PointReading,
} from './point-reading.js';

const NUMBER = String.raw`([+-]?\d{1,3}(?:\.\d+)?)`;
const pair = (between: string) => new RegExp(`^\\s*${NUMBER}${between}${NUMBER}\\s*$`);
const COMMA = pair(String.raw`\s*,\s*`);
const TILDE = pair('~');
const EQUATOR_M = 40_075_017;

type Reader = (url: URL) => PointReading | undefined;

const PROVIDERS: readonly (readonly [host: RegExp, path: RegExp, read: Reader])[] = [
  [/^(?:www\.|maps\.)?google\.[a-z.]{2,6}$/, /^\/(?:maps)?/, readGoogle],
  [/^(?:www\.)?openstreetmap\.org$/, /^\//, readOpenStreetMap],
  [/^maps\.apple\.com$/, /^\//, readApple],
  [/^(?:www\.)?bing\.com$/, /^\/maps/, readBing],
  [/^(?:maps\.)?yandex\.[a-z.]{2,6}$/, /^\//, readYandex],
];
const SHORTENERS = /^(?:maps\.app\.goo\.gl|goo\.gl|osm\.org|binged\.it)$/;

/** Links of well-known maps: the marked place when the link has one, else the middle of the view. Asks nobody. */
export function readMapLink(text: string): PointReading | undefined {
  if (!/^https?:\/\//i.test(text)) return undefined;
  const url = URL.parse(text);
  if (url === null) return unreadable('the link is malformed');
  if (SHORTENERS.test(url.hostname))
    return unreadable('a short link does not say its place: open it and give the long one');
  const provider = PROVIDERS.find(([host, path]) => host.test(url.hostname) && path.test(url.pathname));
  if (provider === undefined) return unreadable(`${url.hostname} is no map whose links can be read`);
  return provider[2](url) ?? unreadable('the link names no point');
}

function point(format: PointFormat, latText: string, lonText: string): PointReading {
  const lat = Number(latText);
  return pointOf(lat, Number(lonText), format, decimalPrecisionM(latText, lonText, lat));
}

/** The middle of a view is no nearer than a tile of its zoom. */
function view(format: PointFormat, latText: string, lonText: string, zoom: string | null): PointReading {
  const tileM = (EQUATOR_M * Math.cos((Number(latText) * Math.PI) / 180)) / 2 ** Number(zoom ?? '10');
  return pointOf(Number(latText), Number(lonText), format, tileM);
}

function paired(format: PointFormat, text: string | null, pattern = COMMA): PointReading | undefined {
  const [, lat, lon] = pattern.exec(text ?? '') ?? [];
  return lat === undefined || lon === undefined ? undefined : point(format, lat, lon);
}

/** Words in a query may themselves be coordinates: `35°48'N 36°42'E`. */
function worded(format: PointFormat, text: string | null | undefined): PointReading | undefined {
  if (text === null || text === undefined || text === '') return undefined;
  const reading = readCoordinateText(plainCharacters(text.replace(/^loc:/, '')));
  return 'problem' in reading ? undefined : { ...reading, format };
}

function readGoogle(url: URL): PointReading | undefined {
  const path = decoded(url.pathname);
  if (/\/maps\/dir\//.test(path)) return unreadable('a route has more than one place: give the place itself');
  // The last pin of the data block is the place that the link is about.
  const pin = [...path.matchAll(new RegExp(`!3d${NUMBER}!4d${NUMBER}`, 'g'))].at(-1);
  if (pin?.[1] !== undefined && pin[2] !== undefined) return point('google_maps', pin[1], pin[2]);
  const named = /\/maps\/(?:place|search)\/([^/@]+)/.exec(path)?.[1]?.replaceAll('+', ' ');
  const asked = ['q', 'query', 'll', 'destination'].map((name) =>
    worded('google_maps', url.searchParams.get(name)),
  );
  const found = worded('google_maps', named) ?? asked.find((reading) => reading !== undefined);
  if (found !== undefined) return found;
  const at = new RegExp(`/@${NUMBER},${NUMBER}(?:,(\\d+(?:\\.\\d+)?)z)?`).exec(path);
  if (at?.[1] !== undefined && at[2] !== undefined) return view('google_maps', at[1], at[2], at[3] ?? null);
  return paired('google_maps', url.searchParams.get('center'));
}

function readOpenStreetMap(url: URL): PointReading | undefined {
  const marker = [url.searchParams.get('mlat'), url.searchParams.get('mlon')] as const;
  const marked = paired('openstreetmap', marker.join(','));
  if (marked !== undefined) return marked;
  const [, zoom, lat, lon] = new RegExp(`map=(\\d+(?:\\.\\d+)?)/${NUMBER}/${NUMBER}`).exec(url.hash) ?? [];
  if (lat !== undefined && lon !== undefined) return view('openstreetmap', lat, lon, zoom ?? null);
  return undefined;
}

function readApple({ searchParams }: URL): PointReading | undefined {
  const named = ['coordinate', 'll', 'q', 'address'].map((name) =>
    paired('apple_maps', searchParams.get(name)),
  );
  const found = named.find((reading) => reading !== undefined);
  if (found !== undefined) return found;
  const [, lat, lon] = COMMA.exec(searchParams.get('center') ?? searchParams.get('sll') ?? '') ?? [];
  return lat === undefined || lon === undefined
    ? undefined
    : view('apple_maps', lat, lon, searchParams.get('z'));
}

function readBing({ searchParams }: URL): PointReading | undefined {
  const [, pinLat, pinLon] =
    new RegExp(`^point\\.${NUMBER}_${NUMBER}(?:_|$)`).exec(searchParams.get('sp') ?? '') ?? [];
  if (pinLat !== undefined && pinLon !== undefined) return point('bing_maps', pinLat, pinLon);
  const [, lat, lon] = TILDE.exec(searchParams.get('cp') ?? '') ?? [];
  return lat === undefined || lon === undefined
    ? undefined
    : view('bing_maps', lat, lon, searchParams.get('lvl'));
}

/** Yandex writes the longitude first. */
function readYandex({ searchParams }: URL): PointReading | undefined {
  for (const name of ['whatshere[point]', 'pt']) {
    const [, lon, lat] = COMMA.exec(searchParams.get(name) ?? '') ?? [];
    if (lat !== undefined && lon !== undefined) return point('yandex_maps', lat, lon);
  }
  const [, lon, lat] = COMMA.exec(searchParams.get('ll') ?? '') ?? [];
  return lat === undefined || lon === undefined
    ? undefined
    : view('yandex_maps', lat, lon, searchParams.get('z'));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** `geo:` (RFC 5870): WGS 84 only; `u` is its uncertainty in metres. Android's `q` names the place when the point is 0,0. */
export function readGeoUri(text: string): PointReading | undefined {
  if (!/^geo:/i.test(text)) return undefined;
  const [, lat = '', lon = '', parameters = ''] =
    /^geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:,-?\d+(?:\.\d+)?)?((?:;[^?]*)?(?:\?.*)?)$/i.exec(text) ?? [];
  if (lat === '') return unreadable('a geo: link reads geo:latitude,longitude');
  const crs = /;crs=([^;?]*)/i.exec(parameters)?.[1];
  if (crs !== undefined && crs.toLowerCase() !== 'wgs84')
    return unreadable(`the geo: link is not in WGS 84 but in ${crs}`);
  const query = new URLSearchParams(/\?(.*)$/.exec(parameters)?.[1] ?? '').get('q');
  if (Number(lat) === 0 && Number(lon) === 0 && query !== null)
    return paired('geo_uri', query.replace(/\(.*$/, '')) ?? unreadable('the geo: link names no point');
  const uncertainty = /;u=(\d+(?:\.\d+)?)(?:;|\?|$)/i.exec(parameters)?.[1];
  if (uncertainty === undefined) return point('geo_uri', lat, lon);
  return pointOf(Number(lat), Number(lon), 'geo_uri', Number(uncertainty));
}
