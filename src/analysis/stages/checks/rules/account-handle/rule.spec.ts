import { describe, expect, it } from '@jest/globals';
import { answerOf, madeClip, sourceClaim } from '../../testing/made-facts.js';
import { accountHandle } from './rule.js';

const asked = (value: object, clip: Parameters<typeof madeClip>[0] = { accountHandle: 'Example_Desk' }) =>
  answerOf(accountHandle, { claims: [sourceClaim('by them', { ...value })], clip: madeClip(clip) });

describe('the account of the link', () => {
  it.each([
    { handle: '@example_desk' },
    { handle: 'EXAMPLE_DESK', platform: 'Twitter' },
    { handle: 'https://twitter.com/Example_Desk?s=20' },
    { handle: '\u200eexample_desk', platform: 'x' },
  ])('supports the claimed one in any spelling: %j', (value) => {
    const answer = asked(value);
    expect(answer).toMatchObject({ outcome: 'supports', claimId: 'source-claim' });
    expect(answer.summary).toContain('not who filmed it');
  });

  it('contradicts another account of the same platform, and says what that may mean', () => {
    const answer = asked({ handle: '@somebody_else', platform: 'x' });
    expect(answer.outcome).toBe('contradicts');
    expect(answer.summary).toContain('may pass on');
  });

  it('is only noted where the platform is not stated or another one', () => {
    expect(asked({ handle: '@somebody_else' }).outcome).toBe('neutral');
    expect(asked({ handle: '@somebody_else', platform: 'telegram' }).outcome).toBe('neutral');
    expect(asked({ handle: '@example_desk', platform: 'telegram' }).outcome).toBe('neutral');
  });
});

describe('the account that the platform names', () => {
  it('supports, and its display name never contradicts', () => {
    const clip = { platform: 'youtube', uploader: { id: '@exampledesk', name: 'Example Desk' } };
    expect(asked({ handle: 'exampledesk', platform: 'youtube' }, clip).outcome).toBe('supports');
    expect(asked({ handle: 'somebody', platform: 'youtube' }, clip).outcome).toBe('neutral');
  });
});

describe('without what could be compared', () => {
  it('nothing is said', () => {
    expect(answerOf(accountHandle, { clip: madeClip({ accountHandle: 'a' }) }).outcome).toBe(
      'not_applicable',
    );
    expect(asked({ name: 'Example Person' }).outcome).toBe('not_applicable');
    expect(asked({ handle: '@a' }, {}).outcome).toBe('not_applicable');
    expect(asked({ handle: '@\u200e' }).outcome).toBe('not_applicable');
    expect(asked({ handle: 'https://' }).outcome).toBe('neutral');
  });

  it('handles of hundreds of characters are cut in the sentence', () => {
    expect(asked({ handle: 'x'.repeat(300) }).summary.length).toBeLessThan(500);
  });
});
