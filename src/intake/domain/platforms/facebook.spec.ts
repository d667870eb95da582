import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://www.facebook.com/watch?v=10153231379946729',
    'https://www.facebook.com/watch/?v=10153231379946729',
    'video',
    '10153231379946729',
    null,
  ],
  [
    'https://m.facebook.com/watch/?v=10153231379946729&ref=sharing&_rdr',
    'https://www.facebook.com/watch/?v=10153231379946729',
    'video',
    '10153231379946729',
    null,
  ],
  [
    'https://www.facebook.com/example.page/videos/10153231379946729/',
    'https://www.facebook.com/watch/?v=10153231379946729',
    'video',
    '10153231379946729',
    'example.page',
  ],
  [
    'https://ja-jp.facebook.com/example.page/videos/a-title/10153231379946729/?__tn__=F&__cft__[0]=AZX',
    'https://www.facebook.com/watch/?v=10153231379946729',
    'video',
    '10153231379946729',
    'example.page',
  ],
  [
    'https://www.facebook.com/reel/10153231379946729?mibextid=ZbWKwL',
    'https://www.facebook.com/watch/?v=10153231379946729',
    'video',
    '10153231379946729',
    null,
  ],
  [
    'https://www.facebook.com/video.php?v=10153231379946729',
    'https://www.facebook.com/watch/?v=10153231379946729',
    'video',
    '10153231379946729',
    null,
  ],
  [
    'https://www.facebook.com/video/embed?video_id=10153231379946729',
    'https://www.facebook.com/watch/?v=10153231379946729',
    'video',
    '10153231379946729',
    null,
  ],
  [
    'https://web.facebook.com/plugins/video.php?height=314&href=https%3A%2F%2Fwww.facebook.com%2Fexample.page%2Fvideos%2F10153231379946729%2F',
    'https://www.facebook.com/watch/?v=10153231379946729',
    'video',
    '10153231379946729',
    'example.page',
  ],
  [
    'https://m.facebook.com/story.php?story_fbid=858120630879651&id=100000451660358&sfnsn=mo',
    'https://www.facebook.com/100000451660358/posts/858120630879651',
    'post',
    '858120630879651',
    '100000451660358',
  ],
  [
    'https://mbasic.facebook.com/permalink.php?id=100000451660358&story_fbid=pfbid02AbCdEfGhIjKlMn',
    'https://www.facebook.com/100000451660358/posts/pfbid02AbCdEfGhIjKlMn',
    'post',
    'pfbid02AbCdEfGhIjKlMn',
    '100000451660358',
  ],
  [
    'https://www.facebook.com/ExamplePage/posts/1176825889031565?comment_id=456789',
    'https://www.facebook.com/examplepage/posts/1176825889031565?comment_id=456789',
    'post',
    '1176825889031565',
    'ExamplePage',
  ],
  [
    'https://www.facebook.com/groups/563959120410492/permalink/563959120410777/',
    'https://www.facebook.com/groups/563959120410492/posts/563959120410777',
    'post',
    '563959120410777',
    null,
  ],
  [
    'https://www.facebook.com/groups/563959120410492/?multi_permalinks=563959120410777',
    'https://www.facebook.com/groups/563959120410492/posts/563959120410777',
    'post',
    '563959120410777',
    null,
  ],
  ['https://fb.watch/AbC-123_x/?mibextid=abc', 'https://fb.watch/AbC-123_x', 'video', null, null],
  [
    'https://www.facebook.com/profile.php?id=100066300129450',
    'https://www.facebook.com/100066300129450',
    'profile',
    null,
    '100066300129450',
  ],
  ['https://fb.com/ExamplePage', 'https://www.facebook.com/examplepage', 'profile', null, 'ExamplePage'],
  [
    'https://www.facebook.com/stories/287202590802695/UzpfSVNDOjE=/?view_single=1',
    'https://www.facebook.com/stories/287202590802695/UzpfSVNDOjE=',
    'story',
    'UzpfSVNDOjE=',
    null,
  ],
  [
    'https://www.facebook.com/share/v/1E8garP5Dy/?mibextid=x',
    'https://www.facebook.com/share/v/1E8garP5Dy/',
    'page',
    null,
    null,
  ],
];

describe('Facebook links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({
      canonical,
      platform: 'facebook',
      kind,
      postId,
      accountHandle,
    });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
