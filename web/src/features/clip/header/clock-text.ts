const CLOCK = /^(?:(\d{1,2}):)?(?:(\d{1,4}):)?(\d{1,6}(?:[.,]\d{1,3})?)$/;

/** Milliseconds of `12`, `0:12.480` or `1:02:03`; null for anything else. */
export function msOfClock(text: string): number | null {
  const found = CLOCK.exec(text.trim());
  if (found === null) return null;
  const [, first, second, seconds = '0'] = found;
  const [hours, minutes] = second === undefined ? [0, Number(first ?? 0)] : [Number(first), Number(second)];
  return Math.round((hours * 3600 + minutes * 60 + Number(seconds.replace(',', '.'))) * 1000);
}
