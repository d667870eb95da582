const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;
const formats = new Map<string, Intl.NumberFormat>();

/** How long something has waited, in a few letters: "3 days", "5 hr". */
export function waitingOf(since: string, language: string, nowMs = Date.now()): string {
  const ms = Math.max(0, nowMs - Date.parse(since));
  const [unit, size] = units.find(([, each]) => ms >= each) ?? units[2];
  const key = `${language} ${unit}`;
  let format = formats.get(key);
  if (format === undefined) {
    // Making one takes longer than drawing a row.
    format = new Intl.NumberFormat(`${language}-u-nu-latn`, { style: 'unit', unit, unitDisplay: 'short' });
    formats.set(key, format);
  }
  return format.format(Math.floor(ms / size));
}
