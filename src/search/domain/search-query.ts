export interface SearchTerm {
  /** As typed, without quotes. */
  readonly text: string;
  /** Quoted: its words stand next to each other, in any spelling that folds alike, but not in others with the same consonants. */
  readonly phrase: boolean;
}

/** Every one of `all` and nothing of `none`. */
export interface SearchGroup {
  readonly all: readonly SearchTerm[];
  readonly none: readonly SearchTerm[];
}

/** An article that stands alone belongs to the name behind it. */
const TERM = /(-?)(?:"([^"]*)"?|((?:[ae]l\s+(?=[^\s"-]))?\S+))/giu;
/** Letters that are only signs within words (ʿ, tatweel) fold to nothing. */
const HAS_WORD = /[\p{Lu}\p{Ll}\p{Lt}\p{Lo}\p{N}]/u;

/**
 * What a person typed, as alternatives of which one must hold: words are all wanted, "quotes" make a phrase, a leading minus
 * excludes, `or` separates alternatives. Signs alone are no words. Groups that only exclude are left out: without a word to
 * look for they would find everything.
 */
export function readSearchQuery(typed: string): SearchGroup[] {
  const groups: { all: SearchTerm[]; none: SearchTerm[] }[] = [{ all: [], none: [] }];
  for (const [, minus, quoted, bare] of typed.matchAll(TERM)) {
    if (bare !== undefined && minus === '' && bare.toLowerCase() === 'or') {
      groups.push({ all: [], none: [] });
      continue;
    }
    const text = (quoted ?? bare ?? '').trim();
    if (HAS_WORD.test(text))
      groups.at(-1)?.[minus === '' ? 'all' : 'none'].push({ text, phrase: quoted !== undefined });
  }
  return groups.filter(({ all }) => all.length > 0);
}

/** The single words that a snippet marks. */
export function wantedWords(groups: readonly SearchGroup[]): SearchTerm[] {
  return groups.flatMap(({ all }) =>
    all.flatMap(({ text, phrase }) => text.split(/\s+/u).map((word) => ({ text: word, phrase }))),
  );
}
