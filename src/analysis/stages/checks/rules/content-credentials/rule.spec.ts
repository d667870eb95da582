import { describe, expect, it } from '@jest/globals';
import type { MetadataOutput } from '../../../metadata/metadata.contract.js';
import { answerOf, madeFacts, madeMetadata, timeClaim } from '../../testing/made-facts.js';
import { contentCredentials } from './rule.js';

const asked = (credentials: MetadataOutput['contentCredentials']) =>
  answerOf(contentCredentials, { metadata: madeMetadata({ contentCredentials: credentials }) });

describe('content credentials', () => {
  it('that are absent or were not looked for say nothing', () => {
    expect(asked({ state: 'absent' }).outcome).toBe('not_applicable');
    expect(asked({ state: 'not_checked' }).outcome).toBe('not_applicable');
    expect(answerOf(contentCredentials, {}).outcome).toBe('not_applicable');
  });

  it('that do not fit are noted with the reason, and no intent is read into it', () => {
    const answer = asked({ state: 'invalid', reason: 'assertion.dataHash.mismatch' });
    expect(answer.outcome).toBe('neutral');
    expect(answer.summary).toContain('assertion.dataHash.mismatch');
    expect(answer.summary).toContain('is enough for that');
  });

  it('that fit are noted with who signed, and that anybody can', () => {
    const { outcome, summary } = asked({ state: 'valid', issuer: 'Example "Org"\n', isSignerTrusted: false });
    expect(outcome).toBe('neutral');
    expect(summary).toContain('"Example \'Org\'"');
    expect(summary).toContain('anyone can make');
    expect(summary).not.toMatch(/verified|genuine|authentic/i);
  });

  it('say in plain words that a program made the pictures, and not so of a mere enhancement', () => {
    const of = (type: string) =>
      asked({
        state: 'valid',
        digitalSourceTypes: [`http://cv.iptc.org/newscodes/digitalsourcetype/${type}`],
      }).summary;
    expect(of('trainedAlgorithmicMedia')).toContain('made by a program');
    expect(of('algorithmicallyEnhanced')).not.toContain('made by a program');
    expect(of('digitalCapture')).toContain('"digitalCapture"');
  });

  it('signed before the claimed time contradict it, and after it do not', () => {
    const answers = (signedAt: string) =>
      contentCredentials.check(
        madeFacts({
          claims: [timeClaim('2020-02-08T00:00:00Z', null)],
          metadata: madeMetadata({ contentCredentials: { state: 'valid', signedAt } }),
        }),
      );
    expect(answers('2019-01-01T00:00:00Z')[1]).toMatchObject({
      outcome: 'contradicts',
      claimId: 'time-claim',
    });
    expect(answers('2021-01-01T00:00:00Z')).toHaveLength(1);
    expect(answers('not a time')).toHaveLength(1);
  });
});
