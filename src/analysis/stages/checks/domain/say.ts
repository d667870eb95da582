const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const YEAR_MS = 365.2425 * DAY_MS;

/**
 * Words of a file, a page or a person inside of a sentence of ours: in quotation marks, on one line, without characters that
 * hide or turn round what follows, cut to `chars`.
 */
export function quoted(text: string, chars = 80): string {
  const clean = text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll('"', "'")
    .trim();
  const letters = Array.from(clean);
  return letters.length <= chars ? `"${clean}"` : `"${letters.slice(0, chars - 1).join('')}…"`;
}

/** `2020-02-09 14:03 UTC`; years that need a sign or more digits keep them. */
export function utcMinute(at: Date): string {
  return `${at.toISOString().replace(/T(\d\d:\d\d).*$/, ' $1')} UTC`;
}

export function utcDay(at: Date): string {
  return at.toISOString().replace(/T.*$/, '');
}

/** Place in a clip: `0:12`, `1:02:03`. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** How far two times are apart, in the largest unit that says something: `5 years`, `3 days`, `2 hours`, `40 seconds`. */
export function span(ms: number): string {
  const size = Math.abs(ms);
  if (size >= 2 * YEAR_MS) return counted(Math.floor(size / YEAR_MS), 'year');
  if (size >= 2 * DAY_MS) return counted(Math.floor(size / DAY_MS), 'day');
  if (size >= 2 * HOUR_MS) return counted(Math.floor(size / HOUR_MS), 'hour');
  if (size >= 120_000) return counted(Math.floor(size / 60_000), 'minute');
  return counted(Math.floor(size / 1000), 'second');
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The first few, and how many more there are. */
export function some(items: readonly string[], most: number): string {
  const shown = items.slice(0, most).join(', ');
  return items.length <= most ? shown : `${shown} and ${items.length - most} more`;
}

/** 0..1 as a percentage without false digits. */
export function percent(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 100)} %`;
}
