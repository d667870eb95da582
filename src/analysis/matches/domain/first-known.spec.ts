import { describe, expect, it } from '@jest/globals';
import { byFirstKnown, firstKnown, type TimesOfClip } from './first-known.js';

const submittedAt = new Date('2026-03-01T12:00:00Z');
const clip = (clipId: string, more: Partial<TimesOfClip> = {}): TimesOfClip => ({
  clipId,
  submittedAt,
  decodedAt: null,
  platformTimes: [],
  postedAt: null,
  ...more,
});

describe('when a clip is first known', () => {
  it('is the earliest of the id, the platform, the submitter and the submission, and says which', () => {
    expect(
      firstKnown(
        clip('a', {
          decodedAt: '2020-02-09T14:03:00.000Z',
          platformTimes: ['2015-06-01', '2016-01-01T00:00:00.000Z'],
          postedAt: new Date('2019-01-01T00:00:00Z'),
        }),
      ),
    ).toEqual({ at: new Date('2015-06-01T00:00:00Z'), by: 'platform' });
    expect(firstKnown(clip('a'))).toEqual({ at: submittedAt, by: 'submission' });
  });

  it('leaves out what is no time, and what lies after the clip was handed in', () => {
    const times = clip('a', {
      decodedAt: 'yesterday',
      platformTimes: ['2027-01-01', ''],
      postedAt: new Date('2026-04-01T00:00:00Z'),
    });
    expect(firstKnown(times)).toEqual({ at: submittedAt, by: 'submission' });
  });

  it('orders clips, and those of one time by when they were handed in', () => {
    const early = clip('c', { decodedAt: '2015-01-01T00:00:00Z' });
    expect(byFirstKnown([clip('b'), clip('a'), early])).toEqual(['c', 'a', 'b']);
  });
});
