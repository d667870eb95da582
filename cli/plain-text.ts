/**
 * Text of others (titles, file names, messages) made safe to print: without the control characters that move a terminal's
 * cursor or rewrite its title, and without the marks that reverse reading direction.
 */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ');
}

/** As long as `width` at most, with an ellipsis where something is missing. */
export function shortened(text: string, width: number): string {
  const characters = Array.from(text);
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`;
}

/**
 * Words of others, so that nothing in them is hidden: marks that reverse reading direction, controls and other characters without
 * a shape of their own are named (`<U+202E>`), line breaks shown as ⏎.
 */
export function visibleText(text: string): string {
  return text
    .replace(/\r\n?|\n/gu, ' ⏎ ')
    .replace(
      /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu,
      (mark) => `<U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`,
    );
}
