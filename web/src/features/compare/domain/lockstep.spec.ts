import { beforeEach, describe, expect, it } from '@jest/globals';
import { Lockstep, type Player } from './lockstep';
import type { Segment } from './segment-map';

class FakePlayer implements Player {
  currentTime = 0;
  playbackRate = 1;
  paused = true;
  seeking = false;
  play(): Promise<void> {
    this.paused = false;
    return Promise.resolve();
  }
  pause(): void {
    this.paused = true;
  }
}

const SEGMENTS: Segment[] = [
  {
    startMs: 1_000,
    endMs: 3_000,
    otherStartMs: 5_000,
    otherEndMs: 9_000,
    mirrored: false,
    speed: 2,
    score: 1,
  },
];
const LENGTHS = { this: 4_000, other: 10_000 };

describe('two players', () => {
  let lock: Lockstep;
  let here: FakePlayer;
  let there: FakePlayer;
  beforeEach(() => {
    lock = new Lockstep(SEGMENTS, LENGTHS);
    [here, there] = [new FakePlayer(), new FakePlayer()];
    lock.attach('this', here);
    lock.attach('other', there);
  });

  it('are both set when either is sought', () => {
    lock.seek({ side: 'this', ms: 2_000 });
    expect([here.currentTime, there.currentTime]).toEqual([2, 7]);
    lock.seek({ side: 'other', ms: 6_000 });
    expect([here.currentTime, there.currentTime]).toEqual([1.5, 6]);
    lock.seek({ side: 'other', ms: 99_000 });
    expect(lock.state().place).toEqual({ thisMs: null, otherMs: 10_000, segment: null });
  });

  it('play at the speeds that keep them together', () => {
    lock.seek({ side: 'this', ms: 1_500 });
    lock.play();
    expect([here.paused, there.paused, there.playbackRate]).toEqual([false, false, 2]);
    lock.setRate(0.5);
    expect([here.playbackRate, there.playbackRate]).toEqual([0.5, 1]);
    lock.seek({ side: 'other', ms: 6_000 });
    expect([here.playbackRate, there.playbackRate]).toEqual([0.25, 0.5]);
  });

  it('are set right when the follower drifts, and let be while it does not', () => {
    lock.seek({ side: 'this', ms: 1_500 });
    lock.play();
    [here.currentTime, there.currentTime] = [2, 7.05];
    lock.tick(16);
    expect(there.currentTime).toBe(7.05);
    there.currentTime = 7.5;
    lock.tick(16);
    expect(there.currentTime).toBe(7);
  });

  it('wait for one another where there is no counterpart', () => {
    lock.seek({ side: 'this', ms: 2_900 });
    lock.play();
    here.currentTime = 3.2;
    lock.tick(16);
    expect(lock.state().place.otherMs).toBeNull();
    expect([here.paused, there.paused]).toEqual([false, true]);
    expect(lock.state().shownMs).toEqual({ this: 3_200, other: 8_800 });
  });

  it('stop at the end, and begin again from the start', () => {
    lock.seek({ side: 'this', ms: 3_900 });
    lock.play();
    here.currentTime = 4;
    lock.tick(16);
    expect([lock.state().isPlaying, here.paused]).toEqual([false, true]);
    lock.play();
    expect([lock.state().place.thisMs, here.currentTime]).toEqual([0, 0]);
  });
});

describe('a clip without a player', () => {
  it('is led by the clock, and the other follows', () => {
    const lock = new Lockstep(SEGMENTS, LENGTHS);
    const there = new FakePlayer();
    lock.attach('other', there);
    lock.seek({ side: 'this', ms: 1_000 });
    lock.play();
    lock.tick(500);
    expect(lock.state().place).toEqual({ thisMs: 1_500, otherMs: 6_000, segment: 0 });
    expect(there.currentTime).toBe(6);
  });

  it('that gets one while the other plays joins in at its place', () => {
    const lock = new Lockstep(SEGMENTS, LENGTHS);
    lock.seek({ side: 'this', ms: 1_000 });
    lock.play();
    const there = new FakePlayer();
    lock.attach('other', there);
    expect([there.currentTime, there.paused, there.playbackRate]).toEqual([5, false, 2]);
  });

  it('tells whoever watches of every move', () => {
    const lock = new Lockstep(SEGMENTS, LENGTHS);
    let told = 0;
    const unwatch = lock.watch(() => (told += 1));
    lock.seek({ side: 'this', ms: 10 });
    lock.play();
    lock.tick(10);
    expect(told).toBe(3);
    unwatch();
    lock.pause();
    expect(told).toBe(3);
  });
});
