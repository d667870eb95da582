import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://instagram.com/p/aye83DjauH/?foo=bar#abc',
    'https://www.instagram.com/p/aye83DjauH/?foo=bar',
    'post',
    'aye83DjauH',
    null,
  ],
  [
    'https://www.instagram.com/p/aye83DjauH',
    'https://www.instagram.com/p/aye83DjauH/',
    'post',
    'aye83DjauH',
    null,
  ],
  [
    'https://www.instagram.com/reel/aye83DjauH/?igsh=MzRlODBiNWFlZA==',
    'https://www.instagram.com/p/aye83DjauH/',
    'video',
    'aye83DjauH',
    null,
  ],
  [
    'https://www.instagram.com/reels/aye83DjauH/',
    'https://www.instagram.com/p/aye83DjauH/',
    'video',
    'aye83DjauH',
    null,
  ],
  [
    'https://m.instagram.com/tv/aye83DjauH/?utm_source=ig_web_copy_link',
    'https://www.instagram.com/p/aye83DjauH/',
    'video',
    'aye83DjauH',
    null,
  ],
  [
    'https://www.instagram.com/Example.User/reel/aye83DjauH/?img_index=2',
    'https://www.instagram.com/p/aye83DjauH/',
    'video',
    'aye83DjauH',
    'Example.User',
  ],
  [
    'http://instagr.am/p/aye83DjauH/embed/captioned/',
    'https://www.instagram.com/p/aye83DjauH/',
    'post',
    'aye83DjauH',
    null,
  ],
  [
    'https://ddinstagram.com/p/aye83DjauH/?taken-by=example',
    'https://www.instagram.com/p/aye83DjauH/',
    'post',
    'aye83DjauH',
    null,
  ],
  [
    'https://l.instagram.com/?u=https%3A%2F%2Fwww.instagram.com%2Fp%2Faye83DjauH%2F&e=AT0',
    'https://www.instagram.com/p/aye83DjauH/',
    'post',
    'aye83DjauH',
    null,
  ],
  [
    'https://www.instagram.com/stories/Example.User/3171234567890123456/',
    'https://www.instagram.com/stories/example.user/3171234567890123456/',
    'story',
    '3171234567890123456',
    'Example.User',
  ],
  [
    'https://www.instagram.com/stories/highlights/17854360229135492/',
    'https://www.instagram.com/stories/highlights/17854360229135492/',
    'story',
    '17854360229135492',
    null,
  ],
  [
    'https://instagram.com/Example.User?hl=ar',
    'https://www.instagram.com/example.user/',
    'profile',
    null,
    'Example.User',
  ],
  [
    'https://www.instagram.com/explore/tags/idlib/',
    'https://www.instagram.com/explore/tags/idlib/',
    'page',
    null,
    null,
  ],
];

describe('Instagram links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({
      canonical,
      platform: 'instagram',
      kind,
      postId,
      accountHandle,
    });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
