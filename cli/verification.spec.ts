import { describe, expect, it } from '@jest/globals';
import { differenceLine, isSound } from './verification.js';

const WARNING = {
  code: 'V050',
  severity: 'warning',
  subject: 'event 17',
  message: 'clock stepped back',
} as const;
const ERROR = {
  code: 'V002',
  severity: 'error',
  subject: 'object ab',
  message: 'other bytes',
  expected: 'ab',
  found: 'cd',
} as const;

describe('the outcome of a verification', () => {
  it.each([
    ['no differences', { differences: [] }, true],
    ['warnings only', { differences: [WARNING] }, true],
    ['an error', { differences: [WARNING, ERROR] }, false],
    ["the desk's own word", { ok: false, differences: [] }, false],
    ['a verification that broke off', { ok: true, error: { message: 'no database' } }, false],
    ['a report that says nothing', {}, false],
  ])('%s: %j is sound: %s', (_, report, sound) => {
    expect(isSound(report)).toBe(sound);
  });

  it('a difference names its subject, what was expected and what was found', () => {
    expect(differenceLine(ERROR)).toBe('V002 error: object ab: other bytes (expected ab, found cd)');
  });
});
