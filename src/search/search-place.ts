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
};

/** Hits come step by step: first what matches as written, then what has the same consonants; by class; newest first. */
export interface SearchStep {
  readonly tier: 'exact' | 'variant';
  readonly class: number;
}

export function stepsOf(kind: SearchKind | undefined, hasVariants: boolean): SearchStep[] {
  const classes = kind === undefined ? [1, 2, 3] : [CLASS_OF[kind]];
  const tiers = hasVariants ? (['exact', 'variant'] as const) : (['exact'] as const);
  return tiers.flatMap((tier) => classes.map((each) => ({ tier, class: each })));
}

export interface SearchPlace {
  readonly step: SearchStep;
  /** The last hit given. */
  readonly before: string;
}

export function writePlace({ step, before }: SearchPlace): string {
  return Buffer.from(`${step.tier}.${step.class}.${before}`).toString('base64url');
}

const PLACE = /^(exact|variant)\.([123])\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws InvalidInputError `invalid_cursor`. */
export function readPlace(cursor: string): SearchPlace {
  const [, tier, each, before] = PLACE.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (tier !== undefined && before !== undefined)
    return { step: { tier: tier === 'exact' ? 'exact' : 'variant', class: Number(each) }, before };
  throw new InvalidInputError('invalid_cursor', 'The cursor is not one that this list gave.', [
    { path: 'cursor', message: 'not a cursor of this list' },
  ]);
}
