import { beforeEach, describe, expect, it } from '@jest/globals';
import { Coalescer, type Clock } from './coalescer';

interface Item {
  readonly clip: string;
  readonly version: number;
}

let now: number;
let timers: { at: number; run: () => void }[];
let flushed: (readonly Item[])[];
const clock: Clock = {
  now: () => now,
  later: (run, ms) => {
    const timer = { at: now + ms, run };
    timers.push(timer);
    return () => {
      timers = timers.filter((other) => other !== timer);
    };
  },
};

/** Lets time pass, each timer at its moment, and what was promised come true between them. */
async function pass(ms: number): Promise<void> {
  const end = now + ms;
  for (;;) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
    const next = timers.toSorted((a, b) => a.at - b.at).find(({ at }) => at <= end);
    if (next === undefined) break;
    timers = timers.filter((timer) => timer !== next);
    now = next.at;
    next.run();
  }
  now = end;
}

beforeEach(() => {
  now = 0;
  timers = [];
  flushed = [];
});

const gather = (more: Partial<ConstructorParameters<typeof Coalescer<Item>>[0]> = {}) =>
  new Coalescer<Item>({
    keyOf: ({ clip }) => clip,
    flush: (items) => {
      flushed.push(items);
    },
    gapMs: () => 100,
    clock,
    ...more,
  });

describe('a burst of 1,000 events', () => {
  it('of ten clips is two passes, and the last word on each clip is the one that stays', async () => {
    const news = gather();
    news.add({ clip: '0', version: 0 });
    await pass(0);
    expect(flushed).toHaveLength(1);
    for (let version = 1; version <= 1_000; version += 1) news.add({ clip: String(version % 10), version });
    await pass(1_000);
    expect(flushed).toHaveLength(2);
    expect(flushed[1]).toHaveLength(10);
    expect(flushed[1]?.map(({ version }) => version).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 10 }, (_, index) => 991 + index),
    );
  });

  it('of 1,000 clips goes out in slices with pauses between, none lost, none twice', async () => {
    const news = gather({ most: 100 });
    for (let clip = 0; clip < 1_000; clip += 1) news.add({ clip: String(clip), version: 1 });
    await pass(0);
    expect(flushed.map((items) => items.length)).toEqual([100]);
    await pass(900);
    expect(flushed.map((items) => items.length)).toEqual(Array.from({ length: 10 }, () => 100));
    expect(new Set(flushed.flat().map(({ clip }) => clip)).size).toBe(1_000);
    expect(timers).toEqual([]);
  });
});

it('the first goes out at once, and a steady stream never waits for longer than the gap', async () => {
  const news = gather();
  for (let version = 0; version < 100; version += 1) {
    news.add({ clip: 'a', version });
    await pass(10);
  }
  await pass(100);
  expect(flushed[0]).toEqual([{ clip: 'a', version: 0 }]);
  expect(flushed.length).toBeGreaterThanOrEqual(9);
  expect(flushed.length).toBeLessThanOrEqual(12);
  expect(flushed.at(-1)).toEqual([{ clip: 'a', version: 99 }]);
});

it('waits for work that is not done, because what is asked again too soon is never answered', async () => {
  let finish = (): void => {};
  const news = gather({
    flush: (items) => {
      flushed.push(items);
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    },
    longestMs: 5_000,
  });
  news.add({ clip: 'a', version: 1 });
  await pass(0);
  news.add({ clip: 'a', version: 2 });
  await pass(3_000);
  expect(flushed).toHaveLength(1);
  finish();
  await pass(100);
  expect(flushed).toHaveLength(2);
  // Nobody answers at all: it goes on without.
  news.add({ clip: 'a', version: 3 });
  await pass(4_900);
  expect(flushed).toHaveLength(2);
  await pass(300);
  expect(flushed).toHaveLength(3);
});

it('goes on after work that failed', async () => {
  const news = gather({
    flush: (items) => {
      flushed.push(items);
      return Promise.reject(new Error('invented'));
    },
  });
  news.add({ clip: 'a', version: 1 });
  await pass(10);
  news.add({ clip: 'a', version: 2 });
  await pass(200);
  expect(flushed).toHaveLength(2);
});

it('a hidden page waits longer, until somebody looks', async () => {
  const news = gather({ gapMs: () => 10_000 });
  news.add({ clip: 'a', version: 1 });
  await pass(0);
  news.add({ clip: 'a', version: 2 });
  await pass(5_000);
  expect(flushed).toHaveLength(1);
  news.hurry();
  await pass(0);
  expect(flushed).toHaveLength(2);
});
