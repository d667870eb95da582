import type { Schemas } from '@/api/problem';

type SunAnswer = Schemas['SunAnswer'];
export type Day = SunAnswer['day'];
type Light = SunAnswer['light'];

export const STEP_MIN = 5;

export function minutesOf({ from, to }: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
}

/** The time so many minutes after the day began: days of 23 and 25 hours have as many minutes. */
export function atMinute({ from }: Day, minute: number): string {
  return new Date(Date.parse(from) + minute * 60_000).toISOString();
}

/** Where in the day, from 0 to 1. */
export function shareOf({ from, to }: Day, at: string): number {
  return (Date.parse(at) - Date.parse(from)) / (Date.parse(to) - Date.parse(from));
}

export interface Stretch {
  readonly light: 'day' | 'twilight' | 'night';
  readonly from: number;
  readonly to: number;
}

/** Night, civil twilight and day, as shares of the day. What does not happen in a day has no time. */
export function stretchesOf(day: Day, light: Light): Stretch[] {
  if (day.daylight === 'polar_day') return [{ light: 'day', from: 0, to: 1 }];
  const turns = (
    [
      ['twilight', day.civilDawn],
      ['day', day.sunrise],
      ['twilight', day.sunset],
      ['night', day.civilDusk],
    ] as const
  )
    .flatMap(([becomes, at]) => (at === null ? [] : [{ becomes, at: shareOf(day, at) }]))
    .toSorted((a, b) => a.at - b.at);
  const [first] = turns;
  if (first === undefined) return [{ light: plainLight(light), from: 0, to: 1 }];
  const before = {
    twilight: first.at === shareOf(day, day.civilDawn ?? '') ? 'night' : 'day',
    day: 'twilight',
    night: 'twilight',
  } as const;
  const starts = [{ becomes: before[first.becomes], at: 0 }, ...turns];
  return starts.map(({ becomes, at }, index) => ({
    light: becomes,
    from: at,
    to: starts[index + 1]?.at ?? 1,
  }));
}

function plainLight(light: Light): Stretch['light'] {
  if (light === 'day') return 'day';
  return light === 'civil_twilight' ? 'twilight' : 'night';
}

/** The day to begin with: the first that is claimed, else that of the posting, else today. */
export function firstDay(claimedEarliest: string | null, postedAt: string | null, now: Date): string {
  return (claimedEarliest ?? postedAt ?? now.toISOString()).slice(0, 10);
}
