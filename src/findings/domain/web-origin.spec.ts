import { describe, expect, it } from '@jest/globals';
import { comparableLink, spellingsOf, webOrigin } from './web-origin.js';

describe('the origin of a web address', () => {
  it.each([
    ['https://www.news.example.org/a', 'example.org'],
    ['https://example.org./b', 'example.org'],
    ['http://a.b.example.co.uk/', 'example.co.uk'],
    ['http://archive.example.gov.sy/', 'example.gov.sy'],
    ['http://192.0.2.7:8080/x', '192.0.2.7'],
    ['http://[2001:db8::1]/x', '[2001:db8::1]'],
    ['http://intranet/x', 'intranet'],
  ])('%s is %s', (address, origin) => {
    expect(webOrigin(new URL(address))).toBe(origin);
  });
});

describe('spellings of one link', () => {
  it('compare equal whatever the scheme, www, fragment or last slash', () => {
    const spelt = ['http://www.example.org/post/1/', 'https://example.org/post/1#t=3'];
    expect(new Set(spelt.map(comparableLink)).size).toBe(1);
    expect(spellingsOf('http://example.org/post/1')).toContain('https://www.example.org/post/1/');
  });

  it('differ by path and query', () => {
    expect(comparableLink('https://example.org/?p=1')).not.toBe(comparableLink('https://example.org/?p=2'));
  });
});
