import { describe, expect, it } from '@jest/globals';
import type { Schemas } from '@/api/problem';
import { timeRows, zoneHint } from './time-rows.js';

const clip = {
  id: 'c1',
  claims: [
    { id: 't', type: 'time', statement: 'on Sunday', value: { earliest: '2020-02-09T00:00:00.000Z' } },
    { id: 'p', type: 'location', statement: 'there', value: { lat: 35.7, lon: 36.7 } },
  ],
  postTime: { at: '2020-02-09T14:03:00.000Z', precision: 'second', method: 'm', caveat: 'c' },
  captures: [{ id: 'k', platform: { uploadedAt: '2020-02-09' } }],
  submissions: [{ id: 's', postedAt: null, submittedAt: '2026-11-23T05:00:00.000Z' }],
} as unknown as Schemas['Clip'];

const finding = (more: object) =>
  ({
    id: 'f',
    claimId: 't',
    withdrawn: null,
    summary: 's',
    foundValue: null,
    ...more,
  }) as unknown as Schemas['Finding'];

const none = { metadata: undefined, findings: [], cluster: undefined };

describe('the times of a clip', () => {
  it('come from the claim, the post and the desk', () => {
    expect(timeRows({ clip, ...none }).map(({ source }) => source)).toEqual([
      'claimed',
      'postId',
      'platform',
      'submitted',
    ]);
  });

  it('a clock without a zone is shown as it stands, never as an instant', () => {
    const metadata = {
      times: [{ tag: 'QuickTime:CreateDate', raw: '2020:02:09 16:03:00', utc: null, note: 'no zone' }],
    } as unknown as Schemas['ClipMetadata'];
    const row = timeRows({ clip, ...none, metadata }).find(({ source }) => source === 'embedded');
    expect(row).toMatchObject({ from: null, to: null, raw: '2020:02:09 16:03:00' });
  });

  it('findings count while they stand, name a time and answer a claim about time', () => {
    const found = { latest: '2020-02-08T10:00:00.000Z' };
    const findings = [
      finding({ id: 'a', foundValue: found }),
      finding({ id: 'b', foundValue: found, withdrawn: { reason: 'wrong' } }),
      finding({ id: 'c', foundValue: found, claimId: 'p' }),
      finding({ id: 'd' }),
    ];
    const rows = timeRows({ clip, ...none, findings }).filter(({ source }) => source === 'found');
    expect(rows).toMatchObject([{ id: 'found a', from: null, to: found.latest }]);
  });

  it('the clip itself is not "elsewhere"', () => {
    const cluster = (earliestKnown: string) =>
      ({
        earliestKnown,
        items: [
          { clipId: 'c1', firstKnownAt: '2020-01-01T00:00:00.000Z' },
          { clipId: 'c2', firstKnownAt: '2019-01-01T00:00:00.000Z' },
        ],
      }) as unknown as Schemas['Cluster'];
    const elsewhere = (id: string) =>
      timeRows({ clip, ...none, cluster: cluster(id) }).filter(({ source }) => source === 'elsewhere');
    expect(elsewhere('c1')).toEqual([]);
    expect(elsewhere('c2')).toMatchObject([{ from: '2019-01-01T00:00:00.000Z' }]);
  });
});

it('the zone is the claim’s own, else that of the claimed point', () => {
  expect(zoneHint(clip.claims)).toEqual({ timezone: null, point: { lat: 35.7, lon: 36.7 } });
});
