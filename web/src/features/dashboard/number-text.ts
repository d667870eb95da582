/** `12,345`, with the digits that the rest of the page uses in every language. */
export function numberText(value: number, language: string): string {
  return new Intl.NumberFormat(`${language}-u-nu-latn`).format(value);
}
