import { expect, it } from '@jest/globals';
import { boundedText } from './bounded-text.js';

it.each([
  ['abcdef', 'abc'],
  ['a\0b', 'ab'],
  ['ab😀', 'ab\ufffd'],
  ['\ud800', '\ufffd'],
  ['', ''],
])('%j becomes %j, in a form that the database takes', (text, expected) => {
  expect(boundedText(text, 3)).toBe(expected);
});
