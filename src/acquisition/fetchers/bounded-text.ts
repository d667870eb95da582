/** At most `maxChars` of a foreign text, fit for PostgreSQL's `text` and `jsonb`: no NUL, no half of a surrogate pair. */
export function boundedText(text: string, maxChars: number): string {
  return text.slice(0, maxChars).replaceAll('\0', '').toWellFormed();
}
