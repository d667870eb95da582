import { describe, expect, it } from '@jest/globals';
import { answerOf, madeFacts, madeMetadata, sourceClaim } from '../../testing/made-facts.js';
import { deviceSource } from './rule.js';

const SAMSUNG = { make: 'samsung', model: 'SM-G991B', software: null, lens: null };
const asked = (statement: string, metadata: Parameters<typeof madeMetadata>[0] = { device: SAMSUNG }) =>
  answerOf(deviceSource, { claims: [sourceClaim(statement)], metadata: madeMetadata(metadata) });

describe('the device that a file names', () => {
  it('contradicts words that name another maker, and supports those that name its own', () => {
    expect(asked('filmed on an iPhone by a neighbour')).toMatchObject({
      outcome: 'contradicts',
      claimId: 'source-claim',
    });
    expect(asked('filmed with his Galaxy').outcome).toBe('supports');
    expect(asked('filmed with his Galaxy').summary).toContain('Millions');
  });

  it('is only noted where words deny or compare', () => {
    expect(asked('not filmed on an iPhone').outcome).toBe('neutral');
    expect(asked('an iPhone films a Samsung').outcome).toBe('not_applicable');
    expect(asked('filmed by a militia member').outcome).toBe('not_applicable');
  });

  it('is noted when nobody claims a source', () => {
    const answer = answerOf(deviceSource, { metadata: madeMetadata({ device: SAMSUNG }) });
    expect(answer).toMatchObject({ outcome: 'neutral', claimId: null });
    expect(answer.summary).toContain('"samsung SM-G991B"');
  });

  it('that has no name, or is only a program, is not compared', () => {
    const software = { make: null, model: null, software: 'Example Editor', lens: null };
    for (const device of [null, software])
      expect(asked('an iPhone', { device }).outcome).toBe('not_applicable');
    expect(answerOf(deviceSource, {}).outcome).toBe('not_applicable');
  });

  it('is quoted on one line, cut, whatever it is called', () => {
    const device = { ...SAMSUNG, model: `\n\u202e<script>${'x'.repeat(5_000)}` };
    expect(asked('an iPhone', { device }).summary.length).toBeLessThan(300);
  });
});

describe('the owner that a file names', () => {
  const of = (owner: string, value: object) =>
    deviceSource.check(
      madeFacts({
        claims: [sourceClaim('filmed by them', { ...value })],
        metadata: madeMetadata({ tags: { 'ItemList:Artist': owner } }),
      }),
    )[0];

  it('supports the claimed handle or name in any spelling', () => {
    expect(of('@Example_Desk', { handle: 'example_desk' })?.outcome).toBe('supports');
    expect(of('Example Person', { name: 'EXAMPLE PERSON' })?.outcome).toBe('supports');
  });

  it('never contradicts: it may be an editor or a program', () => {
    expect(of('Example Agency', { handle: 'example_desk' })?.outcome).toBe('neutral');
  });
});
