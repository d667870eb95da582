import { UsageError } from './failures.js';

const POINT = /^\s*([+-]?\d{1,2}(?:\.\d{1,12})?)\s*,\s*([+-]?\d{1,3}(?:\.\d{1,12})?)\s*$/;

/**
 * `35.76,36.76`, latitude first.
 * @throws UsageError for anything else; ranges are for the desk to judge
 */
export function onlyPoint(positionals: readonly string[]): { lat: number; lon: number } {
  const [text, ...more] = positionals;
  const [, lat, lon] = POINT.exec(text ?? '') ?? [];
  if (lat === undefined || lon === undefined || more.length > 0)
    throw new UsageError(
      'Give one point as LAT,LON, like 35.76,36.76 (after -- when it begins with a minus).',
    );
  return { lat: Number(lat), lon: Number(lon) };
}

export function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[+-]?\d+(?:\.\d+)?$/.test(text)) throw new UsageError(`--${name} needs a number.`);
  return Number(text);
}
