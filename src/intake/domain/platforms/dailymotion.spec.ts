import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://www.dailymotion.com/video/x5kesuj',
    'https://www.dailymotion.com/video/x5kesuj',
    'video',
    'x5kesuj',
    null,
  ],
  [
    'http://www.dailymotion.com/video/x5kesuj_some-title_news?start=5',
    'https://www.dailymotion.com/video/x5kesuj',
    'video',
    'x5kesuj',
    null,
  ],
  ['https://dai.ly/x5kesuj', 'https://www.dailymotion.com/video/x5kesuj', 'video', 'x5kesuj', null],
  [
    'https://www.dailymotion.com/embed/video/x5kesuj?autoplay=1',
    'https://www.dailymotion.com/video/x5kesuj',
    'video',
    'x5kesuj',
    null,
  ],
  [
    'https://geo.dailymotion.com/player/xabcd.html?video=x5kesuj',
    'https://www.dailymotion.com/video/x5kesuj',
    'video',
    'x5kesuj',
    null,
  ],
  [
    'https://geo.dailymotion.com/player.html?video=x5kesuj',
    'https://www.dailymotion.com/video/x5kesuj',
    'video',
    'x5kesuj',
    null,
  ],
  [
    'https://touch.dailymotion.com/video/x5kesuj',
    'https://www.dailymotion.com/video/x5kesuj',
    'video',
    'x5kesuj',
    null,
  ],
  [
    'https://dailymotion.com/video/x5kesuj?playlist=x6lgtp',
    'https://www.dailymotion.com/video/x5kesuj',
    'video',
    'x5kesuj',
    null,
  ],
  [
    'https://www.dailymotion.com/swf/x5kesuj',
    'https://www.dailymotion.com/video/x5kesuj',
    'video',
    'x5kesuj',
    null,
  ],
  [
    'https://www.dailymotion.com/video/kRPLOmLgNkcAbCdEfGh',
    'https://www.dailymotion.com/video/kRPLOmLgNkcAbCdEfGh',
    'video',
    'kRPLOmLgNkcAbCdEfGh',
    null,
  ],
  [
    'https://www.dailymotion.com/Example-News',
    'https://www.dailymotion.com/example-news',
    'profile',
    null,
    'Example-News',
  ],
  [
    'https://www.dailymotion.com/playlist/x6lgtp',
    'https://www.dailymotion.com/playlist/x6lgtp',
    'page',
    null,
    null,
  ],
];

describe('Dailymotion links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({
      canonical,
      platform: 'dailymotion',
      kind,
      postId,
      accountHandle,
    });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
