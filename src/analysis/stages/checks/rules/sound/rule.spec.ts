import { describe, expect, it } from '@jest/globals';
import { answerOf, copy, madeFacts, madeProbe } from '../../testing/made-facts.js';
import { sound } from './rule.js';

const AUDIO = {
  index: 1,
  codec: 'aac',
  profile: null,
  sampleRateHz: 48_000,
  channels: 2,
  channelLayout: null,
};
const heard = madeProbe({ audio: AUDIO });

describe('the sound of a clip', () => {
  it('is noted when there is none, or one still tone', () => {
    expect(answerOf(sound, { probe: madeProbe() })).toMatchObject({
      outcome: 'neutral',
      compared: { hasSound: false },
    });
    const still = answerOf(sound, { probe: heard, sound: { words: 300, distinctWords: 2 } });
    expect(still.outcome).toBe('neutral');
    expect(still.summary).toContain('silent or one steady tone');
  });

  it('makes no note when it is alive, too short to tell, or was not fingerprinted', () => {
    for (const words of [{ words: 300, distinctWords: 250 }, { words: 10, distinctWords: 1 }, null])
      expect(answerOf(sound, { probe: heard, sound: words }).outcome).toBe('not_applicable');
    expect(answerOf(sound, {}).outcome).toBe('not_applicable');
  });

  it('under other pictures is noted with its stretches, without contradicting', () => {
    const answers = sound.check(madeFacts({ probe: heard, copies: [copy({ kind: 'same_sound' }), copy()] }));
    expect(answers[1]).toMatchObject({
      outcome: 'neutral',
      evidence: [{ kind: 'match', ref: 'match' }, { kind: 'url' }],
    });
    expect(answers[1]?.summary).toContain('0:12–0:19 here = 0:03–0:10 there');
  });
});
