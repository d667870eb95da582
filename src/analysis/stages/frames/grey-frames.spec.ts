import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256Hex } from '../../../shared/sha256.js';
import { FrameCollector } from './frame-collector.js';
import { GREY_BYTES } from './domain/small-frame.js';
import { GreyFrames } from './grey-frames.js';

describe('grey frames', () => {
  it('come whole and in order, however the stream is cut up', () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 3 * GREY_BYTES + 500 }, (_, i) => (i * 31) % 251));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 90_000 }), { maxLength: 12 }), (sizes) => {
        const seen: string[] = [];
        const frames = new GreyFrames((grey) => seen.push(sha256Hex(grey)));
        let at = 0;
        for (const size of [...sizes, bytes.length]) {
          frames.write(bytes.subarray(at, at + size));
          at = Math.min(bytes.length, at + size);
        }
        expect(seen).toEqual(
          [0, 1, 2].map((i) => sha256Hex(bytes.subarray(i * GREY_BYTES, (i + 1) * GREY_BYTES))),
        );
        expect(frames.sha256Hex()).toBe(sha256Hex(bytes));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the collector', () => {
  const frame = (pts: number | null) => ({ kind: 'frame', pts, sceneScore: 0 }) as const;

  it('gives a candidate the time and number of the picture decoded last', () => {
    const collector = new FrameCollector({ num: 1, den: 25 }, 0);
    for (const pts of [0, 1, 2]) collector.addEvent(frame(pts));
    collector.addEvent({ kind: 'candidate', pts: 2 });
    expect(collector.candidates).toEqual([{ count: 1, ptsMs: 80, sourcePts: 2, frameNumber: 2 }]);
    expect([collector.frameCount, collector.firstMs, collector.lastMs]).toEqual([3, 0, 80]);
  });

  it('works out the container’s time where it gives none', () => {
    const collector = new FrameCollector({ num: 1, den: 1000 }, 500);
    for (const pts of [500, 540, null]) collector.addEvent(frame(pts));
    collector.addEvent({ kind: 'candidate', pts: null });
    expect(collector.candidates[0]).toMatchObject({ ptsMs: 80, sourcePts: 580 });
  });

  it('pairs pictures and times, whichever channel is ahead', () => {
    const grey = new Uint8Array(GREY_BYTES);
    for (const order of ['ttggtg', 'ggttgt', 'tgtgtg']) {
      const collector = new FrameCollector({ num: 1, den: 10 }, 0);
      let pts = 0;
      for (const step of order) {
        if (step === 'g') collector.addGrey(grey);
        else {
          collector.addEvent(frame(pts));
          collector.addEvent({ kind: 'grey', pts });
          pts += 1;
        }
      }
      expect(collector.greyCount).toBe(3);
      expect(collector.finishCuts().cuts).toEqual([]);
    }
  });
});
