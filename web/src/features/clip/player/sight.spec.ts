import { expect, it } from '@jest/globals';
import { moved, plainSight, sightStyle, zoomed } from './sight.js';

it('the plain sight changes nothing', () => {
  expect(sightStyle(plainSight, '')).toEqual({});
});

it('closer and back again is the whole picture in the middle', () => {
  const there = moved(zoomed(zoomed(plainSight, 1), 1), 0.1, -0.1);
  expect(there.x).toBeCloseTo(0.1);
  expect(zoomed(zoomed(there, -1), -1)).toEqual(plainSight);
});

it('cannot be moved past its edge, nor at all while it is whole', () => {
  expect(moved(plainSight, 1, 1)).toEqual(plainSight);
  const twice = { ...plainSight, zoom: 2 };
  expect(moved(twice, 9, -9)).toEqual({ ...twice, x: 0.25, y: -0.25 });
});

it('zooms no farther than eight times', () => {
  let sight = plainSight;
  for (let times = 0; times < 40; times += 1) sight = zoomed(sight, 1);
  expect(sight.zoom).toBe(8);
});

it('adds the viewer’s own filter to brightness and contrast', () => {
  expect(sightStyle({ ...plainSight, contrast: 150 }, 'grayscale(1)').filter).toBe(
    'grayscale(1) contrast(150%)',
  );
});
