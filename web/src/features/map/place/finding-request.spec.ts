import { describe, expect, it } from '@jest/globals';
import { foundValueOf, missingOf, requestOf, type Argument } from './finding-request';

const whole: Argument = {
  check: 'geolocation',
  claimId: 'c',
  stance: 'contradicts',
  summary: ' the minaret stands elsewhere (invented) ',
  evidence: [{ kind: 'frame', ref: 'f' }],
  calculation: null,
  foundValue: { lat: 1, lon: 2 },
};

describe('a finding from the map', () => {
  it('rests on evidence, a calculation, or both', () => {
    const calculation = { kind: 'sun', input: { lat: 1, lon: 2, at: '2020-02-09T10:00:00Z' } } as const;
    expect(requestOf(whole).evidence).toEqual([{ kind: 'frame', ref: 'f' }]);
    expect(requestOf({ ...whole, calculation }).evidence).toHaveLength(2);
    expect(requestOf({ ...whole, calculation, evidence: [] })).not.toHaveProperty('evidence');
  });
  it('says what it lacks, and is not sent before', () => {
    const empty: Argument = { ...whole, claimId: null, stance: null, summary: ' ', evidence: [] };
    expect(missingOf(empty)).toEqual(['claim', 'stance', 'summary', 'evidence']);
    expect(() => requestOf(empty)).toThrow('not complete');
    expect(missingOf({ ...whole, claimId: null, foundValue: null })).toEqual([]);
  });
  it('carries only what is known of the place', () => {
    const draft = {
      point: { lat: 1, lon: 2 },
      uncertaintyM: null,
      viewDirectionDeg: 0,
      fieldOfViewDeg: null,
    };
    expect(foundValueOf(draft)).toEqual({ lat: 1, lon: 2, viewDirectionDeg: 0 });
    expect(foundValueOf({ ...draft, point: null })).toBeNull();
  });
});
