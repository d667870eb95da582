import { expect, it } from '@jest/globals';
import { isListOfLinks, linksOf } from './links-of';

it('each line is a row, several links in a line are several, and nothing is dropped', () => {
  const text = ' https://example.org/1 \r\n\nhttps://example.org/2 https://example.org/3\nwhat is this\n';
  expect(linksOf(text)).toEqual([
    'https://example.org/1',
    'https://example.org/2',
    'https://example.org/3',
    'what is this',
  ]);
});

it('only a text of nothing but links is taken without asking', () => {
  expect(isListOfLinks('https://example.org/1\nHTTP://example.org/2')).toBe(true);
  expect(isListOfLinks('https://example.org/1\nlook at this')).toBe(false);
  expect(isListOfLinks('  \n ')).toBe(false);
});
