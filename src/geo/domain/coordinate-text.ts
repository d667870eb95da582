import { type Degrees, readDegrees, type Token } from './degrees.js';
import { pointOf, unreadable, type PointReading, type ReadPoint, type Unreadable } from './point-reading.js';

/** Each may be a decimal sign or stand between two numbers: every way is tried, so there must not be many. */
const MOST_COMMAS = 6;

const PATTERNS: readonly (readonly [RegExp, (found: string) => Token])[] = [
  [/\d+(?:\.\d+)?(?![\d.])/y, (text) => ({ kind: 'number', text })],
  [/[°'"]/y, (mark) => ({ kind: 'mark', mark: mark as '°' | "'" | '"' })],
  [/[+-]/y, (sign) => ({ kind: 'sign', negative: sign === '-' })],
  [/[|;/\n]/y, () => ({ kind: 'separator' })],
  [/lat(?:itude)?\b\s*[:=]?/iy, () => ({ kind: 'label', axis: 'lat' })],
  [/(?:longitude|long|lng|lon)\b\s*[:=]?/iy, () => ({ kind: 'label', axis: 'lon' })],
  [/(?:north|n)\b|شمال(?:ا|ًا)?/iy, () => ({ kind: 'hemisphere', axis: 'lat', negative: false })],
  [/(?:south|s)\b|جنوب(?:ا|ًا)?/iy, () => ({ kind: 'hemisphere', axis: 'lat', negative: true })],
  [/(?:east|e)\b|شرق(?:ا|ًا)?/iy, () => ({ kind: 'hemisphere', axis: 'lon', negative: false })],
  [/(?:west|w)\b|غرب(?:ا|ًا)?/iy, () => ({ kind: 'hemisphere', axis: 'lon', negative: true })],
];

/**
 * Degrees with decimals (points or commas), with minutes, or with minutes and seconds. Every way to read the text is tried, and
 * it is a point only when exactly one way makes sense: latitude first, unless hemispheres or labels say otherwise.
 * @param text after `plainCharacters`
 */
export function readCoordinateText(text: string): PointReading {
  if (/^[+-]?\d+,[+-]?\d+$/.test(text))
    return unreadable(
      `“${text}” may be one number with a decimal comma or two numbers: write decimal points`,
    );
  const points = new Map<string, ReadPoint>();
  const problems: string[] = [];
  for (const spelling of spellingsOf(text)) {
    const tokens = tokensOf(spelling);
    for (const reading of tokens === null ? [] : readPairs(tokens)) {
      if ('problem' in reading) problems.push(reading.problem);
      else points.set(`${reading.lat}, ${reading.lon}`, reading);
    }
  }
  const [point, ...others] = points.values();
  if (point === undefined) return unreadable(problems[0] ?? `no coordinates could be read in “${text}”`);
  if (others.length === 0) return point;
  return unreadable(`could be ${[...points.keys()].join(' or ')}: write decimal points, or N, S, E and W`);
}

/** The text with each comma between digits taken for a decimal sign or for a separator; other commas separate. */
function spellingsOf(text: string): string[] {
  const fixed = text
    .replaceAll(/[()[\]]/g, ' ')
    .replaceAll(/(\d+):(\d+):(\d+(?:[.,]\d+)?)/g, '$1°$2\'$3"')
    .replaceAll(/(\d+)\s?[dD]\s?(\d+(?:[.,]\d+)?)\s?[mM](?:\s?(\d+(?:[.,]\d+)?)\s?s)?/g, dmsOf)
    // Letters that touch digits have no word boundary of their own.
    .replaceAll(/([a-z])(?=\d)/gi, '$1 ')
    .replaceAll(/(?<!\d),|,(?!\d)/g, ' | ')
    .replace(/[\s|.]+$/, '');
  const commas = fixed.split(',').length - 1;
  // `35-36` may be a range, a sum or a separator; two signed numbers may touch (ISO 6709).
  if (commas > MOST_COMMAS || (/\d-\d/.test(fixed) && !/^[+-]/.test(fixed))) return [];
  const hasPoints = /\d\.\d/.test(fixed);
  return Array.from({ length: 2 ** commas }, (_, choice) => {
    let at = 0;
    return fixed.replaceAll(',', () => (((choice >> at++) & 1) === 1 ? '.' : ' | '));
  }).filter((_, choice) => choice === 0 || !hasPoints);
}

function dmsOf(_found: string, degrees: string, minutes: string, seconds: string | undefined): string {
  return `${degrees}°${minutes}'${seconds === undefined ? '' : `${seconds}"`} `;
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const matched = PATTERNS.flatMap(([pattern, make]) => {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      return found === undefined ? [] : [{ length: found.length, token: make(found) }];
    })[0];
    if (matched === undefined) return null;
    tokens.push(matched.token);
    at += matched.length;
  }
  return tokens;
}

function readPairs(tokens: readonly Token[]): PointReading[] {
  const separators = tokens.flatMap(({ kind }, at) => (kind === 'separator' ? [at] : []));
  if (separators.length > 1) return [];
  const [separator] = separators;
  if (separator !== undefined) return readPair(tokens.slice(0, separator), tokens.slice(separator + 1));
  return tokens
    .slice(1)
    .flatMap((_, before) => readPair(tokens.slice(0, before + 1), tokens.slice(before + 1)));
}

function readPair(front: readonly Token[], back: readonly Token[]): PointReading[] {
  const [first, second] = [readDegrees(front), readDegrees(back)];
  if (first === null || second === null) return [];
  if ('problem' in first) return [first];
  if ('problem' in second) return [second];
  const mismatch = mismatchOf(first, second);
  if (mismatch === undefined) return [];
  if (mismatch !== null) return [mismatch];
  const [lat, lon] = first.axis === 'lon' ? [second, first] : [first, second];
  const format = (['decimal', 'dm', 'dms'] as const)[Math.max(lat.parts, lon.parts) - 1] ?? 'dms';
  const uncertainM = Math.max(lat.unitM, lon.unitM * Math.cos((lat.value * Math.PI) / 180));
  return [pointOf(lat.value, lon.value, format, uncertainM)];
}

/** Null when the two belong together, undefined when they cannot. */
function mismatchOf(first: Degrees, second: Degrees): Unreadable | null | undefined {
  if (first.lettered !== second.lettered)
    return unreadable('one number has a hemisphere (N, S, E or W) and the other has none');
  if ((first.axis === null) !== (second.axis === null)) return undefined;
  if (first.axis !== null && first.axis === second.axis)
    return unreadable(`both numbers are written as ${first.axis === 'lat' ? 'latitudes' : 'longitudes'}`);
  const delimited = (first.lettered && second.lettered) || (first.marked && second.marked);
  if (first.parts !== second.parts && !delimited) return undefined;
  return null;
}
