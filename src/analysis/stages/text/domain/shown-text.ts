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

/** Of a line as a whole; below it most of what is "read" are branches and window frames (figures in the stage's README). */
const SURE_LINE = 75;
/** Names of places and people are in no dictionary of the engine: within a sure line they may be less sure. */
const SURE_WITHIN_LINE = 55;
const SURE_ALONE = 80;
const MOST_CHARACTERS = 300;

/**
 * The words of one line that are sure enough, in reading order; null when none is left. Control and direction characters
 * go: the engine puts some between scripts, and they would rewrite the line in which a page shows them.
 */
export function shownLine(words: readonly SeenWord[]): ShownLine | null {
  const seen = words
    .map(({ text, confidence }) => ({ confidence, text: text.replaceAll(UNSHOWN, '').trim() }))
    .filter(({ text }) => isWord(text));
  const least = lineConfidence(seen) >= SURE_LINE ? SURE_WITHIN_LINE : SURE_ALONE;
  const sure = seen.filter(({ confidence }) => confidence >= least);
  // A lone letter or digit is more often a mark in the picture than a word.
  if (!sure.some(({ text }) => letters(text) >= 2)) return null;
  const text = Array.from(sure.map((word) => word.text).join(' '))
    .slice(0, MOST_CHARACTERS)
    .join('');
  return { text, confidence: rounded(lineConfidence(sure)) };
}

/** Mean of the words, by their letters. */
function lineConfidence(words: readonly SeenWord[]): number {
  const all = words.reduce((sum, { text }) => sum + letters(text), 0);
  return words.reduce((sum, { text, confidence }) => sum + confidence * letters(text), 0) / Math.max(all, 1);
}

/** A line and where it stands in the picture, in pixels. */
export interface PlacedLine extends ShownLine {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/**
 * What one picture shows, line by line from top to bottom. The room between bright letters looks like dark ones: of two
 * readings of one place the longer stays, as far as it was as sure.
 */
export function shownText(lines: readonly PlacedLine[]): ShownLine | null {
  const kept: PlacedLine[] = [];
  for (const line of lines.toSorted((a, b) => weight(b) - weight(a)))
    if (!kept.some((other) => isSamePlace(other.box, line.box))) kept.push(line);
  const inOrder = kept.toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  const once = [...new Map(inOrder.map((line) => [line.text, line])).values()];
  if (once.length === 0) return null;
  return {
    text: once.map((line) => line.text).join('\n'),
    confidence: rounded(mean(once.map(({ confidence }) => confidence))),
  };
}

function weight({ text, confidence }: ShownLine): number {
  return letters(text) * confidence;
}

function isSamePlace(a: PlacedLine['box'], b: PlacedLine['box']): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (across <= 0 || down <= 0) return false;
  return across * down >= 0.5 * Math.min(a.width * a.height, b.width * b.height);
}

const UNSHOWN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\ufffd]/gu;

function isWord(text: string): boolean {
  return letters(text) * 2 >= Array.from(text).length && letters(text) > 0;
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 10) / 10;
}
