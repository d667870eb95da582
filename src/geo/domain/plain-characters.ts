/** Where the decimal digits of other scripts begin (Unicode category Nd). */
const ZEROS = [0x06_60, 0x06_f0, 0x09_66, 0x09_e6, 0xff_10] as const;

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // Marks of direction are invisible and stand inside numbers that were copied from Arabic or Hebrew text.
  [/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ''],
  [/\u066b/g, '.'],
  [/[\u060c\uff0c]/g, ','],
  [/\u061b/g, ';'],
  [/[\u2212\ufe63\uff0d]/g, '-'],
  [/[\u00ba\u02da]/g, '°'],
  [/''|[\u2033\u201c\u201d\u201f\u02ba\uff02]|[\u2032\u2019\u02b9]{2}/g, '"'],
  [/[\u2032\u2018\u2019\u201b\u02b9\u02bc\u00b4`\uff07]/g, "'"],
  [/[\t \u00a0\u2000-\u200a\u202f\u3000]+/g, ' '],
];

/** One way of writing what keyboards and scripts write in many: digits, decimal points, minus, degree and prime signs. */
export function plainCharacters(text: string): string {
  const digits = text.replaceAll(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code <= start + 9);
    return zero === undefined ? digit : String(code - zero);
  });
  return SPELLINGS.reduce((plain, [pattern, by]) => plain.replace(pattern, by), digits).trim();
}
