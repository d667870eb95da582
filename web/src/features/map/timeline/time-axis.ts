const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;

/** A stretch of time that is looked at, in milliseconds of UTC. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

const STEPS = [
  ...[1, 5, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 3, 6, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14].map((days) => days * DAY),
];
const MONTH_STEPS = [1, 3, 6, 12, 24, 60, 120, 300, 600, 1200];
const LEAST = 10 * MINUTE;
const MOST = 400 * YEAR;

/** Round points in time within the span, at most `most` and seldom fewer than half of it. */
export function ticksOf({ fromMs, toMs }: Span, most = 8): number[] {
  const step = STEPS.find((size) => (toMs - fromMs) / size <= most);
  if (step !== undefined) {
    // Weeks begin on Mondays; the epoch was a Thursday.
    const origin = step >= 7 * DAY ? 4 * DAY : 0;
    const first = Math.ceil((fromMs - origin) / step) * step + origin;
    return Array.from({ length: Math.floor((toMs - first) / step) + 1 }, (_, index) => first + index * step);
  }
  const months =
    MONTH_STEPS.find((count) => (toMs - fromMs) / ((count * YEAR) / 12) <= most) ??
    MONTH_STEPS.at(-1) ??
    1200;
  return monthTicks({ fromMs, toMs }, months);
}

function monthTicks({ fromMs, toMs }: Span, months: number): number[] {
  const start = new Date(fromMs);
  const ticks: number[] = [];
  let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  for (;;) {
    const at = new Date(0).setUTCFullYear(Math.floor(month / 12), month % 12, 1);
    if (at > toMs) return ticks;
    if (at >= fromMs) ticks.push(at);
    month += months;
  }
}

/** What of a time tells neighbouring ticks apart. */
export function tickText(atMs: number, span: Span): string {
  const iso = new Date(atMs).toISOString();
  const width = span.toMs - span.fromMs;
  if (width > 16 * YEAR) return iso.slice(0, 4);
  if (width > 120 * DAY) return iso.slice(0, 7);
  if (width > 8 * DAY || atMs % DAY === 0) return iso.slice(0, 10);
  return iso.slice(11, 16);
}

/** Where in the span, from 0 to 1; beyond it for what lies outside. */
export function placeIn({ fromMs, toMs }: Span, atMs: number): number {
  return (atMs - fromMs) / (toMs - fromMs);
}

/** Everything with some air around it; a day when there is nothing to see. */
export function spanAround(timesMs: readonly number[], nowMs: number): Span {
  if (timesMs.length === 0) return { fromMs: nowMs - DAY, toMs: nowMs };
  const from = timesMs.reduce((a, b) => Math.min(a, b));
  const to = timesMs.reduce((a, b) => Math.max(a, b));
  const air = Math.max((to - from) * 0.04, HOUR);
  return { fromMs: from - air, toMs: to + air };
}

/** @param factor below 1 looks closer */
export function zoomed({ fromMs, toMs }: Span, factor: number): Span {
  const middle = (fromMs + toMs) / 2;
  const half = Math.min(MOST, Math.max(LEAST, (toMs - fromMs) * factor)) / 2;
  return { fromMs: middle - half, toMs: middle + half };
}

/** @param share of the span: positive looks later */
export function moved({ fromMs, toMs }: Span, share: number): Span {
  const by = (toMs - fromMs) * share;
  return { fromMs: fromMs + by, toMs: toMs + by };
}
