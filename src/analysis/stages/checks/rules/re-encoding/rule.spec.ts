import { describe, expect, it } from '@jest/globals';
import { answerOf, argumentOf, madeMetadata, madeProbe } from '../../testing/made-facts.js';
import { reEncoding } from './rule.js';

const asked = (value: string, tag = 'Track1:HandlerDescription') =>
  answerOf(reEncoding, { metadata: madeMetadata({ tags: { [tag]: value } }) });

describe('marks of software', () => {
  it.each([
    [
      'ISO Media file produced by Google Inc. Created on: 02/09/2020.',
      'YouTube or another service of Google',
    ],
    ['Twitter-vork muxer', 'X (Twitter)'],
    ['Core Media Video of WhatsApp', 'WhatsApp'],
    ['Adobe Premiere Pro 2020', 'an editor of Adobe'],
    ['Blackmagic Design DaVinci Resolve Studio', 'DaVinci Resolve'],
  ])('%s is noted as the mark of %s', (value, maker) => {
    const answer = asked(value);
    expect(answer).toMatchObject({ outcome: 'neutral', claimId: null });
    expect(answer.summary).toContain(maker);
  });

  it('are found in encoder names and in what ffprobe reads, each once', () => {
    const probe = madeProbe();
    const answer = argumentOf(reEncoding, {
      metadata: madeMetadata({ encoder: [{ tag: 'ItemList:Encoder', value: 'Lavf58.29.100' }] }),
      probe: { ...probe, container: { ...probe.container, tags: { encoder: 'Lavf58.29.100' } } },
    });
    expect(answer.compared['traces']).toHaveLength(1);
    expect(answer.evidence).toEqual([{ kind: 'metadata', ref: 'tags.ItemList:Encoder' }]);
  });

  it('that are absent do not make a camera original', () => {
    const none = asked('VideoHandle');
    expect(none.outcome).toBe('not_applicable');
    expect(none.summary).toContain('does not make');
    expect(answerOf(reEncoding, {}).outcome).toBe('not_applicable');
    expect(asked('seen on WhatsApp', 'XMP:Title').outcome).toBe('not_applicable');
  });

  it('may stand in tags of any name and length', () => {
    const answer = argumentOf(reEncoding, {
      metadata: madeMetadata({ tags: { 'X Y.Comment': `TikTok ${'\u202e'.repeat(5)}${'x'.repeat(1_000)}` } }),
    });
    expect(answer.evidence).toEqual([{ kind: 'metadata', ref: 'tags' }]);
    expect(answer.summary.length).toBeLessThan(400);
  });
});
