/** Rows a page, and so a request: the most that the API gives at once. */
export const PAGE_ROWS = 200;
/** Rows before the end of what is known at which the next page is asked for. */
const AHEAD_ROWS = 150;

/** `null` is the beginning. */
export type Cursor = string | null;

/**
 * The cursor in front of a clip: a list that begins there keeps its first row and every page behind it, whatever comes in above.
 * Ids are numbers in hexadecimal and a list newest first has what is below its cursor, so it is the number after.
 */
export function cursorAbove(id: string): string {
  const hex = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The pages that rows `first`..`last` need, with the next one when they come near the end of it. */
export function pagesFor(first: number, last: number, cursors: number): number[] {
  const from = Math.max(0, Math.floor(first / PAGE_ROWS));
  const to = Math.min(cursors - 1, Math.floor((last + AHEAD_ROWS) / PAGE_ROWS));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/**
 * Where pages begin, once page `index` has said where the next one does. Everything behind a beginning that moved is unknown
 * again. The same list when nothing is new.
 */
export function withNext(cursors: readonly Cursor[], index: number, next: Cursor): readonly Cursor[] {
  if (index >= cursors.length) return cursors;
  if (next === null) return cursors.length === index + 1 ? cursors : cursors.slice(0, index + 1);
  if (cursors[index + 1] === next) return cursors;
  return [...cursors.slice(0, index + 1), next];
}
