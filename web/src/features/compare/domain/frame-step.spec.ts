import { expect, it } from '@jest/globals';
import { nearestFrame, steppedMs } from './frame-step';

it('a step goes to the middle of the next frame, and back to the one before', () => {
  expect(steppedMs(0, 1, 25, 10_000)).toBe(60);
  expect(steppedMs(60, 1, 25, 10_000)).toBe(100);
  expect(steppedMs(100, -1, 25, 10_000)).toBe(60);
  expect(steppedMs(steppedMs(500, 1, 29.97, 10_000), -1, 29.97, 10_000)).toBeCloseTo(14.5 * (1000 / 29.97));
});

it('steps end at the first and the last frame', () => {
  expect(steppedMs(20, -5, 25, 1_000)).toBe(20);
  expect(steppedMs(990, 3, 25, 1_000)).toBe(980);
});

it('a clip of unknown rate is stepped through at 25 frames a second', () => {
  expect(steppedMs(0, 1, null, 1_000)).toBe(60);
  expect(steppedMs(0, 1, 0, 1_000)).toBe(60);
});

it('the nearest keyframe may lie before or after', () => {
  const frames = [{ ptsMs: 0 }, { ptsMs: 1_000 }, { ptsMs: 5_000 }];
  expect(nearestFrame(frames, 1_400)?.ptsMs).toBe(1_000);
  expect(nearestFrame(frames, 3_500)?.ptsMs).toBe(5_000);
  expect(nearestFrame([], 0)).toBeUndefined();
});
