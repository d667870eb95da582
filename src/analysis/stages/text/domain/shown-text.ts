/** A word as the engine read it. */
export interface SeenWord {
  readonly text: string;
  /** 0 to 100. */
  readonly confidence: number;
}

export interface ShownLine {
  readonly text: string;
  /** Mean of its words. */
  readonly confidence: number;
}

/** Below it half of what is "read" are branches and window frames (see the stage's README for the figures). */
export const LEAST_CONFIDENCE = 75;
const MOST_CHARACTERS = 300;

/**
 * The words of one line that are sure enough, in reading order; null when none is left. Control and direction characters
 * go: the engine puts some between scripts, and they would rewrite the line in which a page shows them.
 */
export function shownLine(words: readonly SeenWord[]): ShownLine | null {
  const sure = words
    .map(({ text, confidence }) => ({ confidence, text: text.replaceAll(UNSHOWN, '').trim() }))
    .filter(({ text, confidence }) => confidence >= LEAST_CONFIDENCE && isWord(text));
  // A lone letter or digit is more often a mark in the picture than a word.
  if (!sure.some(({ text }) => letters(text) >= 2)) return null;
  const text = [...sure.map((word) => word.text).join(' ')].slice(0, MOST_CHARACTERS).join('');
  return { text, confidence: Math.round(mean(sure.map(({ confidence }) => confidence)) * 10) / 10 };
}

/** Lines of one picture, from top to bottom, each once. */
export function shownText(lines: readonly ShownLine[]): ShownLine | null {
  const once = [...new Map(lines.map((line) => [line.text, line])).values()];
  if (once.length === 0) return null;
  const text = once.map((line) => line.text).join('\n');
  return { text, confidence: Math.round(mean(once.map(({ confidence }) => confidence)) * 10) / 10 };
}

const UNSHOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\ufffd]/gu;

function isWord(text: string): boolean {
  return letters(text) * 2 >= [...text].length && letters(text) > 0;
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
