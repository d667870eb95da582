import { describe, expect, it } from '@jest/globals';
import { VIEWING_MS, Viewings, wayOfOpening } from './viewings.js';

function counting() {
  let count = 0;
  return {
    write: async () => {
      count += 1;
    },
    get count() {
      return count;
    },
  };
}

describe('a viewing', () => {
  it('is noted once, however many ranges are asked for', async () => {
    const [viewings, log] = [new Viewings(), counting()];
    await Promise.all([1, 2, 3].map((at) => viewings.note('a', log.write, at)));
    await viewings.note('a', log.write, VIEWING_MS);
    expect(log.count).toBe(1);
  });

  it('that goes on is noted again, even while nothing paused', async () => {
    const [viewings, log] = [new Viewings(), counting()];
    for (let at = 0; at <= 2 * VIEWING_MS; at += 60_000) await viewings.note('a', log.write, at);
    expect(log.count).toBe(3);
  });

  it('of somebody else or of another clip is another one', async () => {
    const [viewings, log] = [new Viewings(), counting()];
    await viewings.note('a', log.write, 0);
    await viewings.note('b', log.write, 0);
    expect(log.count).toBe(2);
  });

  it('that cannot be noted fails for everybody who waits, and the next request tries again', async () => {
    const [viewings, log] = [new Viewings(), counting()];
    const failing = () => Promise.reject(new Error('no database'));
    const both = await Promise.allSettled([viewings.note('a', failing, 0), viewings.note('a', log.write, 1)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await viewings.note('a', log.write, 2);
    expect(log.count).toBe(1);
  });
});

describe('how an original is opened', () => {
  it.each([
    ['playing', { range: 'bytes=0-', 'sec-fetch-dest': 'video' }, true],
    ['playing', { range: 'bytes=4096-' }, true],
    // A viewing must not hide that a copy was made.
    ['copy', {}, true],
    ['copy', { range: 'bytes=0-', 'sec-fetch-dest': 'empty' }, true],
    ['copy', { range: 'bytes=0-1,2-' }, true],
    ['copy', { range: 'lines=1-2', 'sec-fetch-dest': 'video' }, true],
    ['copy', { range: 'bytes=0-' }, false],
    ['piece', { range: 'bytes=1-' }, false],
    ['piece', { range: 'bytes=1-', 'sec-fetch-dest': 'empty' }, true],
  ] as const)('%s: %j, in a browser: %s', (way, headers, hasSession) => {
    expect(wayOfOpening(headers, hasSession)).toBe(way);
  });
});
