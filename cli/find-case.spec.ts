import { describe, expect, it } from '@jest/globals';
import { CliFailure } from './failures.js';
import { matchCase } from './find-case.js';

const CASES = [
  { id: 'a', title: 'Khan al-Sebel', reference: 'IDL-7' },
  { id: 'b', title: 'Homs', reference: null },
  { id: 'c', title: 'homs ' },
];

describe('a case by name', () => {
  it.each([
    ['its title', 'khan AL-sebel', 'a'],
    ['its reference', 'idl-7', 'a'],
  ])('is found by %s', (_, name, id) => {
    expect(matchCase(CASES, name)).toBe(id);
  });

  it('is never created or guessed: no match is a failure', () => {
    expect(matchCase(CASES, 'Khan')).toEqual(new CliFailure('There is no case "Khan" that you can see.'));
  });

  it('is not chosen among several: they are named by their ids', () => {
    const found = matchCase(CASES, 'Homs');
    expect(found).toBeInstanceOf(CliFailure);
    expect(String(found)).toMatch(/b {2}Homs\n {2}c {2}homs/);
  });
});
