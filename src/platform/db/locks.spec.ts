import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { LOCKS } from './locks.js';

const migrations = new URL('migrations/', import.meta.url);

it('no two advisory locks have the same number', () => {
  const numbers = Object.values(LOCKS);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('numbers in migrations are those of custody alone', () => {
  const used = readdirSync(migrations).flatMap((name) => {
    const text = readFileSync(new URL(name, migrations), 'utf8');
    return [...text.matchAll(/advisory\w*\((\d+)\)/g)].map(([, number]) => Number(number));
  });
  expect(new Set(used)).toEqual(new Set([LOCKS.custodyAppend, LOCKS.checkpoints]));
});
