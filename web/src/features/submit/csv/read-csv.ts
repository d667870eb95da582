import type { Grid } from './table';

/**
 * The text of a table as spreadsheets save it: UTF-8 with or without a byte order mark, or UTF-16 with one.
 * @returns undefined when it is neither: guessing would turn Arabic words into nonsense that looks like evidence
 */
export function decodeTable(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const encoding = !isUtf16 ? 'utf-8' : first === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    // By name: the decoder's errors come from another realm in tests.
    if ((error as Error).name === 'TypeError') return undefined;
    throw error;
  }
}

/** Cells of a text separated by commas, semicolons or tabs. The parser is loaded with the first table. */
export async function gridOf(text: string): Promise<Grid> {
  const { default: papa } = await import('papaparse');
  const { data, errors } = papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimitersToGuess: [',', ';', '\t'],
  });
  const broken = new Set(
    errors.flatMap(({ type, row }) => (type === 'Quotes' && row !== undefined ? [row] : [])),
  );
  return { records: data, broken };
}

/** A pasted text that begins with a line of column names: somebody copied out of a spreadsheet. */
export function looksLikeTable(text: string, isKnown: (header: string) => boolean): boolean {
  const [first = '', second] = text.split(/\r\n|\r|\n/);
  if (second === undefined || /^\s*https?:/i.test(first)) return false;
  const names = first.split(/[,;\t]/);
  return names.length > 1 && names.filter((name) => isKnown(name.replaceAll('"', ''))).length >= 2;
}
