import { expect, it } from '@jest/globals';
import { movedBy, wholePicture, zoomedTo } from './look';

it('the whole picture cannot be moved', () => {
  expect(movedBy(wholePicture, 1, -1)).toEqual(wholePicture);
});

it('a closer look moves by an eighth of what is seen, to the edge and no further', () => {
  const close = zoomedTo(wholePicture, 2);
  expect(movedBy(close, 1, 0)).toEqual({ zoom: 2, x: 6.25, y: 0 });
  let look = close;
  for (let i = 0; i < 10; i += 1) look = movedBy(look, 1, 1);
  expect(look).toEqual({ zoom: 2, x: 25, y: 25 });
});

it('stepping back keeps the part that can still be kept', () => {
  expect(zoomedTo({ zoom: 4, x: 37.5, y: 10 }, 2)).toEqual({ zoom: 2, x: 25, y: 10 });
  expect(zoomedTo({ zoom: 4, x: 37.5, y: 10 }, 1)).toEqual(wholePicture);
});
