import { expect, it } from '@jest/globals';
import { timesOfClip } from './times-of-clip';

const NOTHING = {
  claims: [],
  submissions: [],
  captures: [],
  postTime: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};

it('each source gives its own times', () => {
  const times = timesOfClip({
    ...NOTHING,
    claims: [
      { type: 'time', value: { earliest: '2020-02-08T00:00:00Z', latest: '2020-02-09T00:00:00Z' } },
      { type: 'time', value: { latest: '2020-02-10T00:00:00Z' } },
      { type: 'location', value: {} },
    ],
    submissions: [{ postedAt: '2020-02-09T14:03:00Z' }, { postedAt: null }],
    captures: [{ platform: { uploadedAt: '2020-02-09T14:00:00Z' } }, { platform: null }],
    postTime: { at: '2015-06-01T10:00:00Z' },
  });
  expect(times.claimed).toEqual([
    { at: '2020-02-08T00:00:00Z', until: '2020-02-09T00:00:00Z' },
    { at: '2020-02-10T00:00:00Z', until: null },
  ]);
  expect(times.posted.map(({ at }) => at)).toEqual(['2020-02-09T14:03:00Z']);
  expect(times.platform).toHaveLength(1);
  expect(times.postId).toHaveLength(1);
});

it('what is no time says nothing', () => {
  const times = timesOfClip({
    ...NOTHING,
    claims: [{ type: 'time', value: { earliest: 'last spring' } }],
    captures: [{ platform: { uploadedAt: 17 } }],
  });
  expect([times.claimed, times.platform, times.postId]).toEqual([[], [], []]);
  expect(times.submitted).toHaveLength(1);
});
