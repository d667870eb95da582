import { describe, expect, it } from '@jest/globals';
import { normalPassword, passwordFault } from './password-rules.js';

const person = { email: 'ada@example.org', name: 'Ada Example' };

describe('passwordFault', () => {
  it.each([
    ['twelve characters', 'abcdefghijkl'],
    ['two hundred characters', 'x'.repeat(200)],
    ['twelve characters outside the basic plane', '🔑'.repeat(12)],
    ['part of the name only', 'ada likes long walks'],
  ])('takes %s', (_what, password) => {
    expect(passwordFault(password, person)).toBeUndefined();
  });

  it.each([
    ['eleven characters', 'abcdefghijk', /12 to 200/],
    ['two hundred and one', 'x'.repeat(201), /12 to 200/],
    ['eleven characters that are two code units each', '🔑'.repeat(11), /12 to 200/],
    ['the e-mail address in capitals', 'my ADA@EXAMPLE.ORG!', /e-mail/],
    ['the name in other case', 'xx ada EXAMPLE xx', /name/],
    ['the name in full-width letters', 'xx Ａｄａ Example xx', /name/],
  ])('refuses %s', (_what, password, fault) => {
    expect(passwordFault(password, person)).toMatch(fault);
  });

  it('does not look for a name that is too short to tell anything', () => {
    expect(passwordFault('li li li li li li', { email: null, name: 'Li' })).toBeUndefined();
  });
});

it('composed and decomposed letters make the same password', () => {
  expect(normalPassword('cafe\u0301 con leche')).toBe(normalPassword('café con leche'));
});
