/** A place as a table of places gives it. */
export interface PlaceRow {
  /** Of GeoNames; null for a place of a table without such ids. */
  readonly geonamesId: number | null;
  readonly name: string;
  /** All spellings, the name first, each once; single lines. */
  readonly names: readonly string[];
  readonly latDeg: number;
  readonly lonDeg: number;
  /** GeoNames class and code, such as `P.PPL`. */
  readonly feature: string | null;
  readonly countryCode: string | null;
  /** Code of the first-order division within the country. */
  readonly admin1: string | null;
  readonly population: number;
}

/** Why a row is no place: fit to be shown to whoever brought the table. */
export interface RowProblem {
  readonly problem: string;
}

/** Longer ones are descriptions, and PostgreSQL's B-trees hold no keys beyond 2700 bytes. */
const LONGEST_NAME = 200;
/** The most that GeoNames has is some 400. */
const MOST_NAMES = 1_000;

/**
 * Spellings as they may be kept: control characters, which no name has, are spaces; empty, too long and repeated ones go.
 */
export function cleanNames(names: Iterable<string>): string[] {
  const kept = new Set<string>();
  for (const name of names) {
    const clean = name
      .toWellFormed()
      .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim();
    if (clean !== '' && clean.length <= LONGEST_NAME) kept.add(clean);
    if (kept.size === MOST_NAMES) break;
  }
  return [...kept];
}

/** A latitude or longitude in decimal degrees, or null. */
export function degreesOf(text: string, limit: 90 | 180): number | null {
  const trimmed = text.trim();
  if (!/^[+-]?\d{1,3}(?:\.\d{1,15})?$/.test(trimmed)) return null;
  const value = Number(trimmed);
  return Math.abs(value) <= limit ? value : null;
}
