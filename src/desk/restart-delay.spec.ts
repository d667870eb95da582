import { describe, expect, it } from '@jest/globals';
import { nextRestartDelayMs } from './restart-delay.js';

describe('the delay before a restart', () => {
  it('grows from 250 ms to 5 s while the process keeps dying young', () => {
    const delays: number[] = [];
    for (let count = 0; count < 8; count++) delays.push(nextRestartDelayMs(delays.at(-1) ?? null, 100));
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000, 5000]);
  });

  it('starts over after 30 s of life', () => {
    expect(nextRestartDelayMs(5_000, 29_999)).toBe(5_000);
    expect(nextRestartDelayMs(5_000, 30_000)).toBe(250);
  });
});
