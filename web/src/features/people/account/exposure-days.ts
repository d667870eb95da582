export interface ExposureDay {
  readonly day: string;
  readonly minutes: number;
}

const SHOWN = 14;

/** The latest days on which there was anything, newest first. */
export function latestDays(days: readonly ExposureDay[]): readonly ExposureDay[] {
  return days.toSorted((a, b) => (a.day < b.day ? 1 : -1)).slice(0, SHOWN);
}

/** What the longest bar stands for. */
export function mostMinutes(days: readonly ExposureDay[]): number {
  return Math.max(1, ...days.map(({ minutes }) => minutes));
}
