import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  MOST_KEYFRAMES,
  candidateIntervalMs,
  longestGapMs,
  selectKeyframes,
  type Candidate,
} from './keyframe-selection.js';

const at = (...timesMs: number[]): Candidate[] => timesMs.map((ptsMs) => ({ ptsMs }));
const times = (kept: readonly { candidate: Candidate }[]): number[] =>
  kept.map(({ candidate }) => candidate.ptsMs);

/** A clip with candidates as the pass makes them: one at each interval (late by up to a frame), and one at each cut. */
const clips = fc
  .record({
    durationMs: fc.integer({ min: 40, max: 6 * 3_600_000 }),
    frameMs: fc.constantFrom(17, 33, 40),
    cutShares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 900 }),
  })
  .map(({ durationMs, frameMs, cutShares }) => {
    const toFrame = (ms: number): number => Math.ceil(ms / frameMs) * frameMs;
    const lastMs = toFrame(durationMs);
    const cutsMs = [...new Set(cutShares.map((share) => toFrame(share * lastMs)))]
      .filter((ms) => ms > 0)
      .toSorted((a, b) => a - b);
    const grid: number[] = [];
    for (let ms = 0; ms <= lastMs; ms = toFrame(ms + candidateIntervalMs(lastMs))) grid.push(ms);
    const all = [...new Set([...grid, ...cutsMs])].toSorted((a, b) => a - b);
    return { candidates: at(...all), cutsMs, span: { firstMs: 0, lastMs } };
  });

describe('selectKeyframes', () => {
  it('keeps the first candidate at or after each cut, and the first frame of the clip', () => {
    const kept = selectKeyframes(at(0, 1800, 3040, 3600, 5400), [3000, 5400], { firstMs: 0, lastMs: 6000 });
    expect(kept).toEqual([
      { candidate: { ptsMs: 0 }, kind: 'scene' },
      { candidate: { ptsMs: 3040 }, kind: 'scene' },
      { candidate: { ptsMs: 5400 }, kind: 'scene' },
    ]);
  });

  it('gives no keyframe to a scene in which there is no candidate', () => {
    expect(times(selectKeyframes(at(0, 1800), [500, 700], { firstMs: 0, lastMs: 2000 }))).toEqual([0, 1800]);
    expect(times(selectKeyframes(at(0, 400), [500], { firstMs: 0, lastMs: 900 }))).toEqual([0]);
  });

  it('fills long scenes with interval frames up to their end', () => {
    const kept = selectKeyframes(at(0, 4000, 8000, 12_000, 16_000, 20_000, 24_000), [], {
      firstMs: 0,
      lastMs: 27_000,
    });
    expect(times(kept)).toEqual([0, 8000, 16_000, 24_000]);
    expect(kept.slice(1).every(({ kind }) => kind === 'interval')).toBe(true);
  });

  it('goes on after a stretch without any frame', () => {
    const kept = selectKeyframes(at(0, 8000, 68_000, 76_000), [], { firstMs: 0, lastMs: 80_000 });
    expect(times(kept)).toEqual([0, 8000, 68_000, 76_000]);
  });

  it('keeps nothing of nothing', () => {
    expect(selectKeyframes([], [100], { firstMs: 0, lastMs: 0 })).toEqual([]);
  });

  it('thins a clip of many scenes evenly, with its first and its last', () => {
    const cutsMs = Array.from({ length: 2999 }, (_, i) => (i + 1) * 100);
    const kept = times(selectKeyframes(at(0, ...cutsMs), cutsMs, { firstMs: 0, lastMs: 300_000 }));
    expect(kept).toHaveLength(MOST_KEYFRAMES);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(299_900);
    const steps = kept.slice(1).map((ms, i) => ms - (kept[i] ?? 0));
    expect(Math.max(...steps)).toBeLessThanOrEqual(1100);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(900);
  });

  it('never keeps more than the limit, in order, without repeats, beginning with the first candidate', () => {
    fc.assert(
      fc.property(clips, ({ candidates, cutsMs, span }) => {
        const kept = times(selectKeyframes(candidates, cutsMs, span));
        expect(kept.length).toBeLessThanOrEqual(MOST_KEYFRAMES);
        expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
        expect(kept[0]).toBe(0);
      }),
    );
  });

  it('leaves no gap longer than allowed, up to the clip’s end, however many scenes are thinned out', () => {
    fc.assert(
      fc.property(clips, ({ candidates, cutsMs, span }) => {
        const kept = [...times(selectKeyframes(candidates, cutsMs, span)), span.lastMs];
        const gaps = kept.slice(1).map((ms, i) => ms - (kept[i] ?? 0));
        expect(Math.max(0, ...gaps)).toBeLessThanOrEqual(longestGapMs(span.lastMs));
      }),
    );
  });

  it('keeps the scene of the last cut', () => {
    fc.assert(
      fc.property(clips, ({ candidates, cutsMs, span }) => {
        const lastCutMs = cutsMs.at(-1);
        fc.pre(lastCutMs !== undefined);
        expect(times(selectKeyframes(candidates, cutsMs, span))).toContain(lastCutMs);
      }),
    );
  });
});
