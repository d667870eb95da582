const WORD = /\S+/gu;
/** Words are looked at so far into a text: a hit beyond is shown by its beginning. */
const MOST_WORDS = 600;
const SHOWN_WORDS = 36;
const BEFORE_FIRST = 6;

/** The words of a text as `snippetOf` sees them. */
export function wordsOf(text: string): string[] {
  return Array.from(text.matchAll(WORD), ([word]) => word).slice(0, MOST_WORDS);
}

/**
 * A piece of the text with the words that match between `[[` and `]]`, on one line. Double brackets of the text itself are
 * set apart, so that a mark is always ours.
 * @param matching the words that are marked
 */
export function snippetOf(text: string, matching: ReadonlySet<string>): string {
  const words = wordsOf(text);
  const places = words.flatMap((word, place) => (matching.has(word) ? [place] : []));
  const start = startOf(words.length, places);
  const shown = words
    .slice(start, start + SHOWN_WORDS)
    .map((word) => (matching.has(word) ? `[[${apart(word)}]]` : apart(word)))
    .join(' ')
    .replaceAll(']] [[', ' ');
  const more = start + SHOWN_WORDS < words.length || words.length === MOST_WORDS;
  return `${start > 0 ? '… ' : ''}${shown}${more ? ' …' : ''}`;
}

/** Shortly before the piece that holds the most marks. */
function startOf(count: number, places: readonly number[]): number {
  if (count <= SHOWN_WORDS || places.length === 0) return 0;
  const marksFrom = (place: number) =>
    places.filter((other) => other >= place && other < place + SHOWN_WORDS - BEFORE_FIRST).length;
  const best = places.reduce((found, place) => (marksFrom(place) > marksFrom(found) ? place : found));
  return Math.max(0, Math.min(best - BEFORE_FIRST, count - SHOWN_WORDS));
}

function apart(word: string): string {
  return word.replace(/\[(?=\[)|\](?=\])/gu, '$& ');
}
