import { expect, it } from '@jest/globals';
import { areLate, knownUntil, type Heard } from './freshness';

const heard = (more: Partial<Heard>): Heard => ({
  figuresAtMs: 100_000,
  streamAtMs: 160_000,
  isLive: true,
  isAnswered: true,
  ...more,
});

it('a quiet night is not late: the beats say that nothing has happened', () => {
  expect(knownUntil(heard({}))).toBe(160_000);
  expect(areLate(heard({}), 200_000)).toBe(false);
});

it('a lost desk, a lost stream and figures that cannot be read are late', () => {
  expect(areLate(heard({}), 206_000)).toBe(true);
  expect(areLate(heard({ isLive: false }), 160_000)).toBe(true);
  expect(areLate(heard({ isAnswered: false }), 160_000)).toBe(true);
});

it('asking every few seconds is as good', () => {
  expect(areLate(heard({ isLive: false, streamAtMs: null, figuresAtMs: 195_000 }), 200_000)).toBe(false);
});
