import { expect, it } from '@jest/globals';
import type { Schemas } from '@/api/problem';
import { threadsOf } from './threads.js';

const comment = (id: string, inReplyTo: string | null = null) =>
  ({ id, inReplyTo }) as unknown as Schemas['Comment'];

const shape = (comments: Schemas['Comment'][]) =>
  threadsOf(comments).map(({ first, answers }) => [first.id, ...answers.map(({ id }) => id)]);

it('an answer to an answer stands in the same conversation', () => {
  expect(shape([comment('a'), comment('b'), comment('c', 'a'), comment('d', 'c')])).toEqual([
    ['a', 'c', 'd'],
    ['b'],
  ]);
});

it('an answer to what is withheld stands by itself', () => {
  expect(shape([comment('a'), comment('b', 'hidden')])).toEqual([['a'], ['b']]);
});
