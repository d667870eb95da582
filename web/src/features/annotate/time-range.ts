import type { Selector } from '@/regions/region';

/** Both ends known, in order and within the clip; else undefined. */
export function parseRange(
  { startMs, endMs }: { readonly startMs: number | null; readonly endMs: number | null },
  durationMs: number | null,
): { readonly startMs: number; readonly endMs: number } | undefined {
  if (startMs === null || endMs === null || startMs < 0 || endMs <= startMs) return undefined;
  if (durationMs !== null && endMs > durationMs) return undefined;
  return { startMs, endMs };
}

export function rangeSelector(startMs: number, endMs: number): Selector {
  return { type: 'FragmentSelector', value: `t=${startMs / 1000},${endMs / 1000}` };
}

/** `75.5`, `1:15.5` or `0:01:15.500`, as milliseconds. */
export function parseClock(text: string): number | undefined {
  const found = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,6}(?:\.\d{1,3})?)$/.exec(text.trim());
  if (found === null) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = found;
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
}
