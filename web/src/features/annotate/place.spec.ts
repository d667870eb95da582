import { expect, it } from '@jest/globals';
import { nearestFrame, placeOf, sourceOf } from './place';

const frames = [
  { id: 'a', ptsMs: 0 },
  { id: 'b', ptsMs: 1000 },
];

it.each([
  [400, 'a'],
  [500, 'a'],
  [501, 'b'],
  [9000, 'b'],
])('nearest to %d ms is %s', (ptsMs, id) => {
  expect(nearestFrame(frames, ptsMs)?.id).toBe(id);
});

it('a clip without frames has none', () => {
  expect(nearestFrame([], 0)).toBeUndefined();
});

it('what is on no frame is on the clip', () => {
  expect(sourceOf(placeOf({ frameId: 'f' }, 'c'))).toBe('/api/v1/frames/f/image');
  expect(sourceOf(placeOf({ frameId: null }, 'c'))).toBe('/api/v1/clips/c/original');
});
