import { describe, expect, it } from '@jest/globals';
import { PacketTimes, type PacketSummary } from './packet-times.js';

const summary = (...lines: string[]): PacketSummary => {
  const times = new PacketTimes();
  for (const line of lines) times.add(line);
  return times.summary();
};

describe('PacketTimes', () => {
  it('steps through pictures in the order in which they are shown', () => {
    const result = summary(
      '0.000000,-0.080000,0.040000,K_',
      '0.120000,-0.040000,0.040000,__',
      '0.040000,0.000000,0.040000,__',
      '0.080000,0.040000,0.040000,__',
    );
    expect(result).toMatchObject({ count: 4, firstMs: 0, endMs: 160 });
    expect(result.largestGapMs).toBeCloseTo(40, 6);
    expect(result.smallestGapMs).toBeCloseTo(40, 6);
  });

  it('finds the longest gap wherever it lies', () => {
    const lines = Array.from({ length: 100 }, (_, index) =>
      [index < 50 ? index * 0.1 : index * 0.1 + 7, 'N/A', '0.1', '__'].join(','),
    );
    expect(summary(...lines).largestGapMs).toBeCloseTo(7100, 6);
  });

  it('takes the decoding time where the container has no other', () => {
    expect(summary('N/A,0.000000,0.04,K_', 'N/A,0.040000,0.04,__').endMs).toBeCloseTo(80, 6);
  });

  it('leaves out what an edit list discards, and empty lines of side data', () => {
    const result = summary('-0.04,-0.04,0.04,KD', '', '0.000000,0.000000,0.040000,K_,', '');
    expect(result).toMatchObject({ count: 1, firstMs: 0, largestGapMs: null });
  });

  it('counts packets that have no time, and claims no time for them', () => {
    expect(summary('N/A,N/A,N/A,K_')).toMatchObject({ count: 1, firstMs: null, endMs: null });
  });
});
