import { describe, expect, it } from '@jest/globals';
import { retryDelayMs } from './retry-delay.js';

describe('a delivery', () => {
  it('is tried eight times within 18 hours, further and further apart, and then given up', () => {
    const delays = Array.from({ length: 8 }, (_, index) => retryDelayMs(index + 1));
    expect(delays).toEqual([5_000, 60_000, 300_000, 1_800_000, 7_200_000, 18_000_000, 36_000_000, undefined]);
  });
});
