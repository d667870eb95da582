import { expect, it } from '@jest/globals';
import { tokenInFragment, wallLink } from './wall-token';

it('carries a token behind the hash, where no server sees it, and finds it again', () => {
  const token = 'slt_AbC-123_x~y.z';
  const link = new URL(wallLink('https://desk.example.org', token, 'ar'));
  expect([link.pathname, link.search]).toEqual(['/wall', '?lang=ar']);
  expect(tokenInFragment(link.hash)).toBe(token);
  expect(new URL(wallLink('https://desk.example.org', token, 'en')).search).toBe('');
});

it('takes nothing for a token that could not be one', () => {
  for (const fragment of [
    '',
    '#',
    '#token=',
    '#token=a%0d%0ab',
    '#token=%D8%B3',
    `#token=${'a'.repeat(513)}`,
    '#tokens=x',
  ])
    expect([fragment, tokenInFragment(fragment)]).toEqual([fragment, null]);
});
