import { describe, expect, it } from '@jest/globals';
import { CutDetector, type DetectedCuts } from './cut-detector.js';
import { even, landscape, mixed } from './testing/grey-pictures.js';

const A = landscape(1);
const B = landscape(2);
const BLACK = even(0);
const WHITE = even(255);

/** Mean change of luma as ffmpeg's scene filter sees it, from every 37th pixel. */
function jumpBetween(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < a.length; i += 37, count += 1) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0));
  return sum / count / 100;
}

/** Ten pictures a second; the scene score of each is how much it jumped, beyond the jump before. */
function detect(...pictures: readonly Uint8Array[]): DetectedCuts {
  const detector = new CutDetector();
  let lastJump = 0;
  for (const [index, grey] of pictures.entries()) {
    const jump = jumpBetween(pictures[index - 1] ?? grey, grey);
    detector.addScore(index * 100, Math.min(1, jump, Math.abs(jump - lastJump)));
    detector.addGrey(index * 100, grey);
    lastJump = jump;
  }
  return detector.finish();
}

const held = (grey: Uint8Array, count: number): Uint8Array[] => Array.from({ length: count }, () => grey);
const dissolve = (a: Uint8Array, b: Uint8Array, count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => mixed(a, b, (i + 1) / (count + 1)));

describe('the cut detector', () => {
  it('finds a hard cut at its picture', () => {
    const { cuts } = detect(...held(A, 20), ...held(B, 20));
    expect(cuts).toMatchObject([{ kind: 'hard', startMs: 2000, endMs: 2000 }]);
    expect(cuts[0]?.score).toBeGreaterThan(0.5);
  });

  it('finds none in a still', () => {
    expect(detect(...held(A, 60)).cuts).toEqual([]);
  });

  it('finds none in a pan', () => {
    const pan = Array.from({ length: 20 }, (_, i) => landscape(1, i * 12));
    expect(detect(...held(landscape(1), 10), ...pan).cuts).toEqual([]);
  });

  it.each([1, 2])('sees through a flash of %i grey pictures', (length) => {
    const flash = held(mixed(A, WHITE, 0.9), length);
    expect(detect(...held(A, 20), ...flash, ...held(A, 20)).cuts).toEqual([]);
  });

  it('finds one cut in a dissolve, over the time that it takes', () => {
    const { cuts } = detect(...held(A, 25), ...dissolve(A, B, 8), ...held(B, 25));
    expect(cuts).toHaveLength(1);
    expect(cuts[0]?.kind).toBe('gradual');
    expect(Math.abs((cuts[0]?.startMs ?? 0) - 2400)).toBeLessThanOrEqual(300);
    expect(Math.abs((cuts[0]?.endMs ?? 0) - 3300)).toBeLessThanOrEqual(300);
  });

  it.each([
    ['black', BLACK],
    ['white', WHITE],
  ])('finds one cut in a fade through %s', (_, between) => {
    const { cuts } = detect(
      ...[...held(A, 25), ...dissolve(A, between, 6), ...held(between, 3)],
      ...[...dissolve(between, B, 6), ...held(B, 25)],
    );
    expect(cuts).toHaveLength(1);
    expect(cuts[0]?.startMs).toBeGreaterThanOrEqual(2000);
    expect(cuts[0]?.endMs).toBeLessThanOrEqual(4300);
  });

  it('finds none in a fade to black and back to the same scene', () => {
    const { cuts } = detect(
      ...held(A, 25),
      ...dissolve(A, BLACK, 6),
      ...held(BLACK, 4),
      ...dissolve(BLACK, A, 6),
      ...held(A, 25),
    );
    expect(cuts).toEqual([]);
  });

  it('takes black at the start for a leader and black at the end for nothing', () => {
    const { cuts, leaderEndMs } = detect(...held(BLACK, 5), ...held(A, 30), ...held(BLACK, 10));
    expect(cuts).toEqual([]);
    expect(leaderEndMs).toBe(500);
  });

  it('takes black that lasts for a scene of its own', () => {
    const { cuts } = detect(...held(A, 25), ...held(BLACK, 40), ...held(B, 25));
    expect(cuts).toHaveLength(2);
  });

  it('finds a cut just before the end', () => {
    expect(detect(...held(A, 20), ...held(B, 2)).cuts).toMatchObject([{ kind: 'hard', endMs: 2000 }]);
  });

  it('finds nothing in nothing, and in a single picture', () => {
    expect(detect()).toEqual({ cuts: [], leaderEndMs: undefined });
    expect(detect(A).cuts).toEqual([]);
  });

  it('refuses pictures of another size', () => {
    expect(() => new CutDetector().addGrey(0, new Uint8Array(100))).toThrow(RangeError);
  });
});
