import { InvalidInputError } from '../shared/errors.js';
import type { SearchKind } from './search.contract.js';

/** As `class` in `search_document`: claimed, come with the clip, said of it since. */
const CLASS_OF: Readonly<Record<SearchKind, number>> = {
  claim: 1,
  note: 2,
  clip: 2,
  post: 3,
  finding: 3,
  annotation: 3,
  comment: 3,
  screen_text: 3,
};

/** What matches as written, or what only has the same consonants. */
export type SearchTier = 'exact' | 'variant';

/** Behind a hit: hits come by tier, then by class, then newest first. */
export interface SearchPlace {
  readonly tier: SearchTier;
  readonly class: number;
  /** The last hit given; null before the first of the class. */
  readonly before: string | null;
}

/** The classes in which documents of this kind, or of any, are. */
export function classesOf(kind: SearchKind | undefined): { readonly from: number; readonly to: number } {
  return kind === undefined ? { from: 1, to: 3 } : { from: CLASS_OF[kind], to: CLASS_OF[kind] };
}

export function writePlace({ tier, class: each, before }: SearchPlace): string {
  return Buffer.from(`${tier}.${each}.${before}`).toString('base64url');
}

const PLACE = /^(exact|variant)\.([123])\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws InvalidInputError `invalid_cursor`. */
export function readPlace(cursor: string): SearchPlace {
  const [, tier, each, before] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (tier !== undefined && before !== undefined)
    return { tier: tier === 'exact' ? 'exact' : 'variant', class: Number(each), before };
  throw new InvalidInputError('invalid_cursor', 'The cursor is not one that this list gave.', [
    { path: 'cursor', message: 'not a cursor of this list' },
  ]);
}
