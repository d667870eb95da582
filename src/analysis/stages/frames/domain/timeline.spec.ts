import { describe, expect, it } from '@jest/globals';
import { PtsRuns } from './pts-runs.js';
import { Timeline, clipOriginMs } from './timeline.js';

const times = (timeline: Timeline, ...pts: readonly (number | null)[]): number[] =>
  pts.map((one) => timeline.next(one));

describe('display time', () => {
  it('counts from the clip’s start', () => {
    const timeline = new Timeline({ num: 1, den: 90_000 }, 1400);
    expect(times(timeline, 126_000, 129_600, 135_000)).toEqual([0, 40, 100]);
  });

  it('goes on by the last step where a time is missing', () => {
    expect(times(new Timeline({ num: 1, den: 25 }, 0), 0, 1, null, null, 4)).toEqual([0, 40, 80, 120, 160]);
  });

  it('goes on by the last step where the container’s time goes back', () => {
    expect(times(new Timeline({ num: 1, den: 25 }, 0), 500, 501, 0, 1)).toEqual([
      20_000, 20_040, 20_080, 20_120,
    ]);
  });

  it('keeps a gap as it is', () => {
    expect(times(new Timeline({ num: 1, den: 1000 }, 0), 0, 40, 60_000)).toEqual([0, 40, 60_000]);
  });

  it('starts where a player starts', () => {
    expect(clipOriginMs({ format: 'mpegts', startMs: 1400 })).toBe(1400);
    expect(clipOriginMs({ format: 'mov,mp4,m4a,3gp,3g2,mj2', startMs: 1500 })).toBe(0);
    expect(clipOriginMs({ format: 'mov,mp4,m4a,3gp,3g2,mj2', startMs: -20 })).toBe(-20);
  });
});

describe('the index of picture times', () => {
  it('is one run for a constant rate', () => {
    const runs = new PtsRuns();
    for (const pts of [5, 7, 9, 11, 20]) runs.push(pts);
    expect(runs.toIndex()).toEqual({
      firstPts: 5,
      count: 5,
      isComplete: true,
      runs: [
        [2, 3],
        [9, 1],
      ],
    });
  });

  it('says that it is incomplete from the first picture without a time', () => {
    const runs = new PtsRuns();
    for (const pts of [0, 1, null, 3]) runs.push(pts);
    expect(runs.toIndex()).toEqual({ firstPts: 0, count: 2, isComplete: false, runs: [[1, 1]] });
  });
});
