import { describe, expect, it } from '@jest/globals';

import { difference } from '../domain/difference.js';
import { DifferenceList } from './difference-list.js';
import { reportText } from './report-text.js';
import type { VerificationReport } from './verification.js';

function reportOf(list: DifferenceList, change: Partial<VerificationReport> = {}): VerificationReport {
  return {
    startedAt: '2026-11-22T16:00:00.000Z',
    finishedAt: '2026-11-22T16:00:12.500Z',
    ok: !list.hasErrors,
    custodyRoleProtected: true,
    counts: { events: 1_000_000, chains: 1, objects: 2, bytes: 5_000_000, checkpoints: 3 },
    differences: list.listed,
    codes: list.codes,
    ...change,
  };
}

const lost = difference('V001', 'object abc', 'It is not in the store.', {
  expected: '5 bytes',
  found: 'nothing',
});
const young = difference('V041', 'object def', 'No event and no row knows this object.', {}, 'warning');

describe('the report for people', () => {
  it('says first that everything is whole, then what was looked at', () => {
    const text = reportText(reportOf(new DifferenceList()));
    expect(text.split('\n')[0]).toBe(
      'Whole. Everything preserved is as it was sealed, and the record of it is unbroken.',
    );
    expect(text).toContain('1,000,000 custody events in 1 chain\n');
    expect(text).toContain('12.5 s');
  });

  it('names each difference with what was expected and found', () => {
    const list = new DifferenceList();
    list.add(young, lost);
    const text = reportText(reportOf(list));
    expect(text).toMatch(/^DIFFERENCES FOUND: 2\./);
    expect(text).toContain(
      'V001 object missing: 1\n  object abc\n    It is not in the store.\n    expected 5 bytes\n    found    nothing\n',
    );
    expect(text).toContain('  warning: object def\n');
  });

  it('stays whole with warnings, and says what weakens the answer', () => {
    const list = new DifferenceList();
    list.add(young);
    const counts = { events: 1, chains: 1, objects: 1, bytes: 1, checkpoints: 0 };
    const text = reportText(reportOf(list, { custodyRoleProtected: false, counts }));
    expect(text).toMatch(/^Whole\. .*\(1 warning below\)/);
    expect(text).toContain('not role-protected');
    expect(text).toContain('Without a checkpoint');
  });
});

describe('the list of differences', () => {
  it('lists the first of each code and counts the rest', () => {
    const list = new DifferenceList();
    for (let i = 0; i < 5000; i += 1) list.add({ ...lost, subject: `object ${i}` });
    list.add(young);
    expect(list.listed.length).toBeLessThan(300);
    expect(list.codes).toEqual({ V001: 5000, V041: 1 });
    expect(reportText(reportOf(list))).toContain('… and 4800 more');
  });

  it('fails by errors, not by warnings', () => {
    const list = new DifferenceList();
    list.add(young);
    expect(list.hasErrors).toBe(false);
    list.add(lost);
    expect(list.hasErrors).toBe(true);
  });
});
