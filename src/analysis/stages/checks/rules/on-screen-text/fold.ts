/** One spelling for the many of a word, between blanks: enough to find a name again in the script in which it was claimed. */
export function fold(text: string): string {
  const plain = text
    .toWellFormed()
    .normalize('NFKD')
    .toLowerCase()
    // Marks of any script, tatweel, and hamza as a letter.
    .replaceAll(/[\p{M}\u0640\u0621]/gu, '')
    .replaceAll(/[\u0671]/gu, '\u0627')
    .replaceAll(/[\u0649\u06cc]/gu, '\u064a')
    .replaceAll('\u0629', '\u0647')
    .replaceAll('\u06a9', '\u0643')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  return ` ${plain.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
}

/** Whole words only, and none so short that any text has it. */
export function names(foldedText: string, name: string): boolean {
  const folded = fold(name);
  return folded.trim().length >= 3 && foldedText.includes(folded);
}
