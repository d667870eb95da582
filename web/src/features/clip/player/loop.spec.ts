import { expect, it } from '@jest/globals';
import { loopBack, noLoop, withEnd, withStart } from './loop.js';

it('plays on where no passage is set', () => {
  expect(loopBack(noLoop, 10_000)).toBeNull();
});

it('goes back to the beginning of the passage at its end, and not before', () => {
  const loop = withEnd(withStart(noLoop, 1000), 3000);
  expect([loopBack(loop, 2999), loopBack(loop, 3000), loopBack(loop, 500)]).toEqual([null, 1000, null]);
});

it('an end alone loops from the clip’s start', () => {
  expect(loopBack(withEnd(noLoop, 3000), 3000)).toBe(0);
});

it('an end before the beginning takes the beginning away, and the other way round', () => {
  expect(withEnd(withStart(noLoop, 5000), 3000)).toEqual({ fromMs: null, toMs: 3000 });
  expect(withStart(withEnd(noLoop, 3000), 5000)).toEqual({ fromMs: 5000, toMs: null });
});
