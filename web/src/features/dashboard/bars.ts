export interface Day {
  readonly day: string;
  readonly submitted: number;
  readonly concluded: number;
  readonly closed: number;
}
export const series = ['submitted', 'concluded', 'closed'] as const;
export type Series = (typeof series)[number];

export interface Bar {
  readonly series: Series;
  readonly day: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The next round number: 1, 2 or 5 times a power of ten. An axis to 7 says less than one to 10. */
export function roundTop(most: number): number {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? most;
}

/** Three bars for each day, side by side; what is not zero is seen. */
export function barsOf(days: readonly Day[], width: number, height: number, isMirrored: boolean): Bar[] {
  const top = roundTop(Math.max(0, ...days.flatMap((day) => series.map((name) => day[name]))));
  const slot = width / Math.max(1, days.length);
  const gap = slot * 0.2;
  const barWidth = (slot - gap) / series.length;
  return days.flatMap((day, index) =>
    series.map((name, place) => {
      const x = index * slot + gap / 2 + place * barWidth;
      const tall = day[name] === 0 ? 0 : Math.max(2, (day[name] / top) * height);
      return {
        series: name,
        day: day.day,
        x: isMirrored ? width - x - barWidth : x,
        y: height - tall,
        width: barWidth,
        height: tall,
      };
    }),
  );
}
