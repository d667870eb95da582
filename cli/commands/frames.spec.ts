import { describe, expect, it } from '@jest/globals';
import { clock } from './frames.js';

describe('clock', () => {
  it.each([
    [0, '0:00:00.000'],
    [59_999, '0:00:59.999'],
    [60_000, '0:01:00.000'],
    [3_723_045, '1:02:03.045'],
  ])('writes %i ms as %s', (ptsMs, expected) => {
    expect(clock(ptsMs)).toBe(expected);
  });
});
