import { describe, expect, it } from '@jest/globals';
import { instantsOf, isKnownTooEarly, isMoment } from './clip-times';

const mark = (kind: 'claimed' | 'first_known', from: string | null, to: string | null) =>
  ({ kind, from, to, by: null, ref: null }) as const;

describe('times of a clip', () => {
  it('contradict each other when the clip is older than what it is said to show', () => {
    const known = mark('first_known', '2020-02-05T00:00:00.000Z', '2020-02-05T00:00:00.000Z');
    expect(isKnownTooEarly([known, mark('claimed', '2020-02-08T00:00:00Z', null)])).toBe(true);
    expect(isKnownTooEarly([known, mark('claimed', '2020-02-04T00:00:00Z', null)])).toBe(false);
    expect(isKnownTooEarly([known, mark('claimed', null, '2020-02-04T00:00:00Z')])).toBe(false);
    expect(isKnownTooEarly([mark('claimed', '2020-02-08T00:00:00Z', null)])).toBe(false);
  });
  it('have bounds only where something was said', () => {
    expect(instantsOf([mark('claimed', null, '1970-01-01T00:00:01Z')])).toEqual([1000]);
  });
  it('are moments only when both ends are known and the same', () => {
    expect(isMoment(mark('claimed', null, null))).toBe(false);
    expect(isMoment(mark('claimed', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'))).toBe(true);
  });
});
