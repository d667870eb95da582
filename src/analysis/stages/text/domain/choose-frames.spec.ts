import { describe, expect, it } from '@jest/globals';
import { chooseFrames } from './choose-frames.js';

const frame = (ptsMs: number, kind: 'scene' | 'interval' = 'interval', sha256Hex = String(ptsMs)) => ({
  ptsMs,
  kind,
  sha256Hex,
});

describe('frames to be read', () => {
  it('are all of a short clip, equal pictures once, by time', () => {
    const frames = [frame(2), frame(0), frame(1, 'interval', '0')];
    expect(chooseFrames(frames).map(({ ptsMs }) => ptsMs)).toEqual([0, 2]);
  });

  it('are new scenes first, and the others spread over the whole clip', () => {
    const frames = Array.from({ length: 300 }, (_, i) => frame(i, i % 60 === 30 ? 'scene' : 'interval'));
    const chosen = chooseFrames(frames, 40);
    expect(chosen).toHaveLength(40);
    expect(chosen.filter(({ kind }) => kind === 'scene')).toHaveLength(5);
    expect(chosen.at(-1)?.ptsMs).toBeGreaterThan(280);
    expect(chosen.map(({ ptsMs }) => ptsMs)).toEqual(
      chosen.map(({ ptsMs }) => ptsMs).toSorted((a, b) => a - b),
    );
  });

  it('are never more than allowed, however many scenes there are', () => {
    expect(chooseFrames(Array.from({ length: 300 }, (_, i) => frame(i, 'scene')))).toHaveLength(40);
    expect(chooseFrames([])).toEqual([]);
  });
});
