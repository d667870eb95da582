import { describe, expect, it } from '@jest/globals';
import type { ClaimFacts, FrameTextFact } from '../../domain/facts.js';
import { argumentOf, answerOf, madeFacts, sourceClaim, timeClaim } from '../../testing/made-facts.js';
import { datesIn } from './dates-in-text.js';
import { onScreenText } from './rule.js';

const read = (text: string, ptsMs = 2_000, frameId = `frame-${ptsMs}`): FrameTextFact => ({
  frameId,
  ptsMs,
  text,
  confidence: 91,
});
const place = (name: string): ClaimFacts => ({
  ...sourceClaim('there'),
  id: 'place-claim',
  type: 'location',
  value: { place: name },
});
const aboutClaims = (text: string, claims: readonly ClaimFacts[]) =>
  onScreenText.check(madeFacts({ claims, text: [read(text)] })).filter(({ claimId }) => claimId !== null);

describe('text in the picture', () => {
  it('does not apply where nothing was read, and says why', () => {
    const summary = 'No program is installed.';
    expect(answerOf(onScreenText, { text: summary })).toMatchObject({ outcome: 'not_applicable', summary });
    expect(answerOf(onScreenText, { text: [] }).outcome).toBe('not_applicable');
  });

  it('says how many frames were not read, whether or not the others show text', () => {
    for (const text of [[], [read('BREAKING')]])
      expect(answerOf(onScreenText, { text, unreadFrames: 24 }).summary).toContain(
        '24 frames could not be read: the time for it was over',
      );
    expect(answerOf(onScreenText, { text: [read('BREAKING')] }).summary).not.toContain('could not be read');
  });

  it('is told word for word with the time of its first frame, each line once', () => {
    const answer = argumentOf(onScreenText, {
      text: [read('BREAKING\nخان السبل', 2_000), read('BREAKING', 5_000)],
    });
    expect(answer).toMatchObject({ outcome: 'neutral', claimId: null });
    expect(answer.summary).toContain('"BREAKING" at 0:02, "خان السبل" at 0:02.');
    expect(answer.compared).toMatchObject({ frames: 2, lines: ['BREAKING', 'خان السبل'] });
    expect(answer.evidence).toEqual([{ kind: 'frame', ref: 'frame-2000' }]);
  });

  it.each([
    ['مقبرة خان السُّبل جنوب', place('خان السبل')],
    ['Live from KHAN AL-SEBEL today', place('Khan al-Sebel')],
    ['follow @Example_Desk', sourceClaim('by them', { handle: '@example_desk' })],
  ])('%s: a name that the claim gives is noted, and no more', (text, claim) => {
    const [answer, ...more] = aboutClaims(text, [claim]);
    expect(answer).toMatchObject({ outcome: 'neutral', claimId: claim.id });
    expect(more).toEqual([]);
  });

  it.each([
    ['Idlibi cooking', place('Idlib')],
    ['A B C', place('AB')],
    ['anything', place('')],
  ])('%s: part of a word is no name', (text, claim) => {
    expect(aboutClaims(text, [claim])).toEqual([]);
  });

  it.each([
    ['9 February 2020', 'which fits'],
    ['2020-02-10', 'which fits'],
    ['٢٠٢٠/٠٢/٠٩', 'which fits'],
    ['2015-06-01', 'which is not the claimed time'],
    ['9 Feb 2020 and 2015-06-01', 'some of which is not'],
  ])('%s: a date is neutral whatever it says', (text, words) => {
    const claim = timeClaim('2020-02-09T00:00:00Z', '2020-02-09T23:59:59Z');
    const [answer] = aboutClaims(text, [claim]);
    expect(answer).toMatchObject({ outcome: 'neutral', claimId: claim.id });
    expect(answer?.summary).toContain(words);
  });

  it('stays short and plain whatever was read', () => {
    const hostile = Array.from({ length: 300 }, (_, i) => read(`${i}\u202e<script>${'x'.repeat(400)}`, i));
    const answer = argumentOf(onScreenText, { text: hostile });
    expect(answer.summary.length).toBeLessThan(2_000);
    expect(answer.summary).not.toContain('\u202e');
    expect(answer.evidence.length).toBeLessThanOrEqual(8);
  });
});

describe('dates in text', () => {
  it.each([
    ['03/04/2020', ['2020-04-03', '2020-03-04']],
    ['13.04.2020', ['2020-04-13']],
    ['February 9th, 2020', ['2020-02-09']],
    ['1 May 2021', ['2021-05-01']],
  ])('%s is %j', (text, days) => {
    expect(datesIn(text)).toEqual([expect.objectContaining({ days })]);
  });

  it.each(['2020-02-30', '12:30:22', '99/99/2020', '9 Foo 2020', '3.14', '1-2-3', '0001-01-01'])(
    '%s is none',
    (text) => expect(datesIn(text)).toEqual([]),
  );
});
