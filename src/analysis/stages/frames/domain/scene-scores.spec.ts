import { describe, expect, it } from '@jest/globals';
import { SceneScores } from './scene-scores.js';

function scores(...pairs: readonly (readonly [ms: number, score: number])[]): SceneScores {
  const result = new SceneScores();
  for (const [ms, score] of pairs) result.push(ms, score);
  return result;
}

describe('scene scores', () => {
  it('give the highest of a stretch and the next highest nearby', () => {
    const track = scores([0, 0.3], [40, 0.1], [80, 0.02], [120, 0.6], [160, 0.05], [200, 0.2]);
    expect(track.peakWithin(80, 160, 50)).toEqual({ peak: { ptsMs: 120, score: 0.6 }, rival: 0.2 });
    expect(track.peakWithin(80, 160, 0).rival).toBe(0.05);
  });

  it('take a neighbour with nearly the same score for the other half of one jump', () => {
    expect(scores([0, 0.01], [40, 0.19], [80, 0.2], [120, 0.02]).peakWithin(0, 120, 100).rival).toBe(0.02);
  });

  it('have no peak where there is nothing', () => {
    expect(scores().peakWithin(0, 100, 100)).toEqual({ peak: { score: 0, ptsMs: 100 }, rival: 0 });
  });

  it('keep the highest of a million pictures a second, and its time', () => {
    const track = new SceneScores();
    for (let i = 0; i < 300_000; i += 1) track.push(i / 1000, i === 299_500 ? 0.9 : 0.1);
    expect(track.peakWithin(290, 300, 0).peak).toEqual({ ptsMs: 299.5, score: 0.9 });
  });
});
