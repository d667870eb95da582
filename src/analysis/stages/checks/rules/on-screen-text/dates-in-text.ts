/** A day as it may have been meant; both readings of `03/04/2020`. */
export interface ShownDate {
  readonly shown: string;
  /** `YYYY-MM-DD`, one or two. */
  readonly days: readonly string[];
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;
const NUMERIC = /(?<!\d)(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})(?!\d)/g;
const DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH}\\.?,?\\s+(\\d{4})(?!\\d)`, 'gi');
const MONTH_FIRST = new RegExp(
  `(?<!\\p{L})${MONTH}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`,
  'giu',
);
const MOST = 20;

/** Plain dates with a year of four digits, in Western or Arabic digits, English month names; at most 20. */
export function datesIn(text: string): ShownDate[] {
  const plain = text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );
  const found = [
    ...[...plain.matchAll(NUMERIC)].map(([shown, a = '', , b = '', c = '']) => ({
      shown,
      days: a.length === 4 ? [day(a, b, c)] : c.length === 4 ? [day(c, b, a), day(c, a, b)] : [],
    })),
    ...[...plain.matchAll(DAY_FIRST)].map(([shown, d = '', m = '', y = '']) => ({
      shown,
      days: [day(y, monthOf(m), d)],
    })),
    ...[...plain.matchAll(MONTH_FIRST)].map(([shown, m = '', d = '', y = '']) => ({
      shown,
      days: [day(y, monthOf(m), d)],
    })),
  ];
  return found
    .map(({ shown, days }) => ({ shown, days: [...new Set(days.filter((each) => each !== null))] }))
    .filter(({ days }) => days.length > 0)
    .slice(0, MOST);
}

function monthOf(name: string): string {
  return String(MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3).toLowerCase())) + 1);
}

/** Null for what no calendar has; years before 1900 and after 2199 are other numbers. */
function day(year: string, month: string, date: string): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
  return isReal && Number(year) >= 1900 && Number(year) <= 2199 ? text : null;
}
