import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://twitter.com/Wikipedia/status/1541815603606036480?s=20&t=abcDEF',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  [
    'https://x.com/wikipedia/status/1541815603606036480',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'wikipedia',
  ],
  [
    'http://mobile.twitter.com/Wikipedia/status/1541815603606036480/',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  [
    'https://www.twitter.com/Wikipedia/statuses/1541815603606036480',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  [
    'https://x.com/i/web/status/1541815603606036480',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    null,
  ],
  [
    'https://x.com/Wikipedia/status/1541815603606036480/photo/1',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  [
    'https://x.com/Wikipedia/status/1541815603606036480/video/1?ref_src=twsrc%5Etfw',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  [
    'https://fxtwitter.com/Wikipedia/status/1541815603606036480/en',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  [
    'https://vxtwitter.com/Wikipedia/status/1541815603606036480',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  [
    'https://nitter.net/Wikipedia/status/1541815603606036480#m',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  [
    'https://twitter.com/#!/Wikipedia/status/1541815603606036480',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  [
    'https://platform.twitter.com/embed/Tweet.html?dnt=false&id=1541815603606036480&theme=dark',
    'https://x.com/i/status/1541815603606036480',
    'post',
    '1541815603606036480',
    null,
  ],
  [
    'https://x.com/Wikipedia/status/1541815603606036480?unknown=1',
    'https://x.com/i/status/1541815603606036480?unknown=1',
    'post',
    '1541815603606036480',
    'Wikipedia',
  ],
  ['https://twitter.com/Wikipedia?ref_src=abc', 'https://x.com/wikipedia', 'profile', null, 'Wikipedia'],
  [
    'https://twitter.com/search?q=idlib&src=typed_query&f=live',
    'https://x.com/search?q=idlib&f=live',
    'page',
    null,
    null,
  ],
  ['https://nitter.net/about/x', 'https://nitter.net/about/x', 'page', null, null],
];

describe('X links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({ canonical, platform: 'x', kind, postId, accountHandle });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
