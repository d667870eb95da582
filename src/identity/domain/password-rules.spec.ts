import { describe, expect, it } from '@jest/globals';
import { normalPassword, passwordFault } from './password-rules.js';

const person = { email: 'ada@example.org', name: 'Ada Example' };

describe('passwordFault', () => {
  it.each([
    ['ten characters', 'abcdefghij'],
    ['two hundred characters', 'x'.repeat(200)],
    ['ten characters outside the basic plane', '🔑'.repeat(10)],
    ['part of the name only', 'ada likes long walks'],
    ['the name with enough beside it', 'ada example walks far'],
  ])('takes %s', (_what, password) => {
    expect(passwordFault(password, person)).toBeUndefined();
  });

  it.each([
    ['nine characters', 'abcdefghi', /10 to 200/],
    ['two hundred and one', 'x'.repeat(201), /10 to 200/],
    ['nine characters that are two code units each', '🔑'.repeat(9), /10 to 200/],
    ['the e-mail address in capitals', 'my ADA@EXAMPLE.ORG!', /more than/],
    ['the name in other case', 'xx ada EXAMPLE xx', /more than/],
    ['the name in full-width letters', 'xx Ａｄａ Example xx', /more than/],
    ['the name over and over', 'Ada ExampleAda ExampleAda Example', /more than/],
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
