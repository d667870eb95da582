import { expect, it } from '@jest/globals';
import { AlignThread } from './align-thread.js';
import { alignTracks } from './domain/align-tracks.js';
import { loopedTrack, madeTrack, wanderingScene } from './domain/testing/made-tracks.js';

it('a thread answers as the alignment itself does, one clip after the other', async () => {
  const scene = wanderingScene(1, 20);
  const own = madeTrack([{ scene, fromMs: 0, lengthMs: 5_000 }]);
  const copy = madeTrack([{ scene, fromMs: 2_000, lengthMs: 3_000, mirrored: true }]);
  const foreign = madeTrack([{ scene: wanderingScene(2, 20), fromMs: 0, lengthMs: 5_000 }]);
  const thread = new AlignThread(own, new AbortController().signal);
  try {
    expect(await thread.align(copy)).toEqual(alignTracks(own, copy));
    expect(await thread.align(foreign)).toBeNull();
  } finally {
    await thread.close();
  }
});

it('whoever cancels need not wait for the end of a long comparison, and may do other things meanwhile', async () => {
  const cancelling = new AbortController();
  const thread = new AlignThread(loopedTrack(600_000, { seed: 5, stride: 3 }), cancelling.signal);
  try {
    const answer = thread.align(loopedTrack(600_000, { seed: 6, stride: 7 }));
    setTimeout(() => cancelling.abort(new Error('cancelled')), 20);
    await expect(answer).rejects.toThrow('cancelled');
    await expect(thread.align(loopedTrack(5_000, { seed: 7, stride: 1 }))).rejects.toThrow('cancelled');
  } finally {
    await thread.close();
  }
});

it('two loops of the same few scenes agree along hundreds of lines: work ends before all that may be told are', async () => {
  const thread = new AlignThread(loopedTrack(600_000, { seed: 5, stride: 3 }), new AbortController().signal);
  try {
    const found = await thread.align(loopedTrack(600_000, { seed: 6, stride: 7 }));
    expect(found?.segments.length).toBeGreaterThan(3);
    expect(found?.segments.length).toBeLessThan(24);
  } finally {
    await thread.close();
  }
}, 60_000);
