import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://mastodon.example/@Gargron/103270115826048975',
    'https://mastodon.example/@gargron/103270115826048975',
    'post',
    '103270115826048975',
    'Gargron@mastodon.example',
  ],
  [
    'https://mastodon.example/users/Gargron/statuses/103270115826048975',
    'https://mastodon.example/@gargron/103270115826048975',
    'post',
    '103270115826048975',
    'Gargron@mastodon.example',
  ],
  [
    'https://mastodon.example/users/Gargron/statuses/103270115826048975/activity',
    'https://mastodon.example/@gargron/103270115826048975',
    'post',
    '103270115826048975',
    'Gargron@mastodon.example',
  ],
  [
    'https://mastodon.example/web/@Gargron/103270115826048975',
    'https://mastodon.example/@gargron/103270115826048975',
    'post',
    '103270115826048975',
    'Gargron@mastodon.example',
  ],
  [
    'https://mastodon.example/deck/@Gargron/103270115826048975',
    'https://mastodon.example/@gargron/103270115826048975',
    'post',
    '103270115826048975',
    'Gargron@mastodon.example',
  ],
  [
    'https://mastodon.example/@Gargron/103270115826048975/embed?utm_source=x',
    'https://mastodon.example/@gargron/103270115826048975',
    'post',
    '103270115826048975',
    'Gargron@mastodon.example',
  ],
  [
    'https://mastodon.example/%40Gargron/103270115826048975',
    'https://mastodon.example/@gargron/103270115826048975',
    'post',
    '103270115826048975',
    'Gargron@mastodon.example',
  ],
  [
    'https://news.example:8443/@desk/109612063103519473',
    'https://news.example:8443/@desk/109612063103519473',
    'post',
    '109612063103519473',
    'desk@news.example',
  ],
  [
    'https://mastodon.example/@user@other.example/109612063103519473',
    'https://mastodon.example/@user@other.example/109612063103519473',
    'post',
    '109612063103519473',
    'user@other.example',
  ],
  [
    'https://mastodon.social/@Gargron/1',
    'https://mastodon.social/@gargron/1',
    'post',
    '1',
    'Gargron@mastodon.social',
  ],
];

describe('Mastodon links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({
      canonical,
      platform: 'mastodon',
      kind,
      postId,
      accountHandle,
    });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
