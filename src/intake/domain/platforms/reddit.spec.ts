import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://www.reddit.com/r/videos/comments/1b2c3d/some_title/',
    'https://www.reddit.com/comments/1b2c3d',
    'post',
    '1b2c3d',
    null,
  ],
  [
    'https://old.reddit.com/r/videos/comments/1b2c3d',
    'https://www.reddit.com/comments/1b2c3d',
    'post',
    '1b2c3d',
    null,
  ],
  [
    'https://new.reddit.com/r/Videos/comments/1B2C3D/some_title/?rdt=12345',
    'https://www.reddit.com/comments/1b2c3d',
    'post',
    '1b2c3d',
    null,
  ],
  [
    'https://np.reddit.com/r/videos/comments/1b2c3d/some_title?utm_source=share&utm_medium=web2x',
    'https://www.reddit.com/comments/1b2c3d',
    'post',
    '1b2c3d',
    null,
  ],
  [
    'https://de.reddit.com/comments/1b2c3d/',
    'https://www.reddit.com/comments/1b2c3d',
    'post',
    '1b2c3d',
    null,
  ],
  ['https://redd.it/1b2c3d', 'https://www.reddit.com/comments/1b2c3d', 'post', '1b2c3d', null],
  ['https://www.reddit.com/gallery/1b2c3d', 'https://www.reddit.com/comments/1b2c3d', 'post', '1b2c3d', null],
  [
    'https://www.reddit.com/user/example_user/comments/1b2c3d/title/',
    'https://www.reddit.com/comments/1b2c3d',
    'post',
    '1b2c3d',
    'example_user',
  ],
  [
    'https://www.reddit.com/r/videos/comments/1b2c3d/some_title/k9xyz/?context=3',
    'https://www.reddit.com/comments/1b2c3d/_/k9xyz',
    'post',
    '1b2c3d',
    null,
  ],
  [
    'https://www.reddit.com/r/videos/comments/1b2c3d/comment/k9xyz/',
    'https://www.reddit.com/comments/1b2c3d/_/k9xyz',
    'post',
    '1b2c3d',
    null,
  ],
  ['https://v.redd.it/abc123def456g', 'https://v.redd.it/abc123def456g', 'video', 'abc123def456g', null],
  [
    'https://www.reddit.com/video/abc123def456g',
    'https://v.redd.it/abc123def456g',
    'video',
    'abc123def456g',
    null,
  ],
  [
    'https://v.redd.it/abc123def456g/DASH_720.mp4?source=fallback',
    'https://v.redd.it/abc123def456g/DASH_720.mp4?source=fallback',
    'media',
    null,
    null,
  ],
  [
    'https://www.reddit.com/r/videos/s/AbCdEfGhIj',
    'https://www.reddit.com/r/videos/s/AbCdEfGhIj',
    'page',
    null,
    null,
  ],
  [
    'https://reddit.com/u/Example_User',
    'https://www.reddit.com/user/example_user',
    'profile',
    null,
    'Example_User',
  ],
  [
    'https://out.reddit.com/t3_1b2c3d?url=https%3A%2F%2Fredd.it%2F1b2c3d&token=AQ',
    'https://www.reddit.com/comments/1b2c3d',
    'post',
    '1b2c3d',
    null,
  ],
];

describe('Reddit links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({
      canonical,
      platform: 'reddit',
      kind,
      postId,
      accountHandle,
    });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
