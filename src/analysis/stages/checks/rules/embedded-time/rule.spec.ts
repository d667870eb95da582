import { describe, expect, it } from '@jest/globals';
import type { EmbeddedTime } from '../../../metadata/metadata.contract.js';
import { answerOf, madeFacts, madeMetadata, post, timeClaim } from '../../testing/made-facts.js';
import { embeddedTime } from './rule.js';

const FEBRUARY = timeClaim('2020-02-08T00:00:00Z', '2020-02-09T23:59:59Z');
const PHONE = { make: 'Example', model: 'Phone', software: null, lens: null };

function time(tag: string, raw: string, utc: string | null = null): EmbeddedTime {
  return { tag, raw, utc, offset: utc === null ? null : 'Z', zoneKnown: utc !== null, note: null };
}
const apple = (utc: string) => time('Keys:CreationDate', utc.replaceAll('-', ':').replace('T', ' '), utc);
const asked = (times: EmbeddedTime[], more: Parameters<typeof answerOf>[1] = {}, metadata = {}) =>
  answerOf(embeddedTime, { claims: [FEBRUARY], metadata: madeMetadata({ times, ...metadata }), ...more });

describe('a time of recording with its zone', () => {
  it('contradicts before and after the claimed time, with the place where it stands', () => {
    const before = asked([apple('2019-12-24T18:00:00Z')]);
    expect(before).toMatchObject({
      outcome: 'contradicts',
      claimId: 'time-claim',
      evidence: [{ kind: 'metadata', ref: 'times.0.raw' }],
    });
    expect(before.summary).toContain('recorded on 2019-12-24 18:00 UTC');
    expect(before.summary).toContain('written by anyone');
    expect(asked([apple('2021-01-01T09:00:00Z')]).outcome).toBe('contradicts');
  });

  it('supports within it', () => {
    expect(asked([apple('2020-02-08T14:00:00Z')]).outcome).toBe('supports');
  });

  it('goes before any time of writing', () => {
    const answer = asked([
      time('QuickTime:CreateDate', '2021:05:05 10:00:00'),
      apple('2020-02-08T14:00:00Z'),
    ]);
    expect(answer).toMatchObject({ outcome: 'supports', evidence: [{ ref: 'times.1.raw' }] });
  });
});

describe('a time without its zone', () => {
  const at = (raw: string) => asked([time('QuickTime:CreateDate', raw)]).outcome;

  it('contradicts only when it lies outside of the claim in every zone', () => {
    expect(at('2020:02:07 09:00:00')).toBe('contradicts');
    expect(at('2020:02:07 11:00:00')).toBe('neutral');
  });

  it('and the claim without one are widened both', () => {
    const claims = [timeClaim('2020-02-08T00:00:00Z', null, { zoneAssumed: true })];
    const outcome = (raw: string) => asked([time('QuickTime:CreateDate', raw)], { claims }).outcome;
    expect(outcome('2020:02:07 09:00:00')).toBe('neutral');
    expect(outcome('2020:02:06 09:00:00')).toBe('contradicts');
  });

  it('of writing after the claim is a note, but in a camera’s own file it contradicts', () => {
    const times = [time('QuickTime:CreateDate', '2021:05:05 10:00:00')];
    expect(asked(times).outcome).toBe('neutral');
    expect(asked(times).summary).toContain('Saving or re-encoding');
    expect(asked(times, {}, { device: PHONE }).outcome).toBe('contradicts');
    const encoder = [{ tag: 'ItemList:Encoder', value: 'Lavf60.3.100' }];
    expect(asked(times, {}, { device: PHONE, encoder }).outcome).toBe('neutral');
  });

  it('that is a date alone means all of that day', () => {
    expect(at('2020:02:06')).toBe('contradicts');
    expect(at('2020:02:07')).toBe('neutral');
  });
});

describe('a clock that was not set', () => {
  it.each([
    '1970:01:01 00:00:00',
    '1969:12:31 23:59:59',
    '1904:01:02 00:00:00',
    '2000:01:01 00:03:10',
    '1980:01:01',
  ])('%s says nothing of the claim', (raw) => {
    const answer = asked([time('QuickTime:CreateDate', raw)]);
    expect(answer).toMatchObject({ outcome: 'neutral', claimId: null });
    expect(answer.summary).toContain('not set');
  });

  it('is one that runs ahead of the receipt by this desk', () => {
    const posts = [post('desk', '2026-01-01T00:00:00Z')];
    expect(asked([apple('2031-01-01T00:00:00Z')], { posts })).toMatchObject({
      outcome: 'neutral',
      claimId: null,
    });
  });

  it('does not hide a time that is one', () => {
    const times = [apple('1970-01-01T00:00:00Z'), time('QuickTime:CreateDate', '2019:01:01 10:00:00')];
    expect(asked(times).outcome).toBe('contradicts');
  });
});

describe('a time after the post', () => {
  it('is noted on the clip as a whole', () => {
    const posts = [post('id', '2020-02-09T14:00:00Z')];
    const times = [apple('2020-03-01T00:00:00Z')];
    const answers = embeddedTime.check(madeFacts({ posts, metadata: madeMetadata({ times }) }));
    expect(answers).toMatchObject([{ outcome: 'neutral', claimId: null }]);
    expect(answers[0]?.summary).toContain('20 days after the post');
  });
});

describe('without what could be compared', () => {
  it('an absence proves nothing', () => {
    expect(asked([])).toMatchObject({ outcome: 'not_applicable', claimId: null });
    expect(asked([]).summary).toContain('proves nothing');
    expect(answerOf(embeddedTime, { claims: [FEBRUARY] }).outcome).toBe('not_applicable');
    expect(asked([apple('2020-02-08T14:00:00Z')], { claims: [] }).outcome).toBe('not_applicable');
  });

  it.each(['2020:02:31 10:00:00', '0000:00:00 00:00:00', 'yesterday', '2020:13:01 00:00:00', ''])(
    '%j is no time',
    (raw) => {
      expect(asked([time('QuickTime:CreateDate', raw)]).outcome).toBe('not_applicable');
    },
  );

  it('a hostile tag is quoted, cut, and kept on its line', () => {
    const raw = `1970:01:01 00:00:00 \u202e"${'x'.repeat(9_000)}`;
    const { summary } = asked([time(`QuickTime:${'n'.repeat(900)}`, raw)]);
    expect(summary.length).toBeLessThan(400);
    expect(summary).not.toContain('\u202e');
  });
});
