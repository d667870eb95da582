import { describe, expect, it } from '@jest/globals';
import { verificationText, type VerificationReport } from './verification.js';

const SOUND: VerificationReport = {
  ok: true,
  custodyRoleProtected: true,
  counts: { events: 12, objects: 3 },
  differences: [],
  codes: {},
};

const CHANGED: VerificationReport = {
  ...SOUND,
  ok: false,
  custodyRoleProtected: false,
  differences: [
    {
      code: 'V002',
      severity: 'error',
      subject: 'object \u001B[2Jab',
      message: 'holds other bytes than its name says',
      expected: 'ab',
      found: 'cd',
    },
  ],
  codes: { V002: 41 },
};

describe('a verification in words', () => {
  it('says what was looked at and that all is well', () => {
    expect(verificationText(SOUND)).toBe('looked at 12 events, 3 objects\nEverything is as recorded.');
  });

  it('names each difference with what was expected and found, and how many are not listed', () => {
    expect(verificationText(CHANGED).split('\n')).toEqual([
      'V002 error: object  [2Jab: holds other bytes than its name says (expected ab, found cd)',
      '… and 40 more differences',
      'custody not role-protected: the database refused a narrower role',
      'looked at 12 events, 3 objects',
      'NOT as recorded: see the differences above.',
    ]);
  });
});
