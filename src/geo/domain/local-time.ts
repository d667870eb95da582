import { firstInstantFrom, offsetMsAt } from './zone-time.js';

const DAY_MS = 86_400_000;

/** `2020-02-09T12:00:00+02:00`; seconds of the offset only where clocks showed them (before standard time). */
export function localTime(zone: string, atMs: number): string {
  const offsetMs = offsetMsAt(zone, atMs);
  return `${new Date(atMs + offsetMs).toISOString().slice(0, 19)}${offsetText(offsetMs)}`;
}

export function offsetText(offsetMs: number): string {
  const seconds = Math.round(Math.abs(offsetMs) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[2] === 0) parts.pop();
  return `${offsetMs < 0 ? '-' : '+'}${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}

/** The day (`2020-02-09`) that the zone's clocks show. */
export function localDay(zone: string, atMs: number): string {
  return new Date(atMs + offsetMsAt(zone, atMs)).toISOString().slice(0, 10);
}

/** From the first to after the last instant of a day of the zone. */
export function spanOfDay(zone: string, day: string): { fromMs: number; toMs: number } {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return { fromMs: firstInstantFrom(zone, midnight), toMs: firstInstantFrom(zone, midnight + DAY_MS) };
}
