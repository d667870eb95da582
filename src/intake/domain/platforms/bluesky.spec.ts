import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://bsky.app/profile/bsky.app/post/3l3vgf77uco2g',
    'https://bsky.app/profile/bsky.app/post/3l3vgf77uco2g',
    'post',
    '3l3vgf77uco2g',
    'bsky.app',
  ],
  [
    'https://www.bsky.app/profile/BSKY.app/post/3l3vgf77uco2g/',
    'https://bsky.app/profile/bsky.app/post/3l3vgf77uco2g',
    'post',
    '3l3vgf77uco2g',
    'BSKY.app',
  ],
  [
    'https://staging.bsky.app/profile/bsky.app/post/3l3vgf77uco2g?ref_src=embed',
    'https://bsky.app/profile/bsky.app/post/3l3vgf77uco2g',
    'post',
    '3l3vgf77uco2g',
    'bsky.app',
  ],
  [
    'https://bskyx.app/profile/bsky.app/post/3l3vgf77uco2g',
    'https://bsky.app/profile/bsky.app/post/3l3vgf77uco2g',
    'post',
    '3l3vgf77uco2g',
    'bsky.app',
  ],
  [
    'https://fxbsky.app/profile/bsky.app/post/3l3vgf77uco2g',
    'https://bsky.app/profile/bsky.app/post/3l3vgf77uco2g',
    'post',
    '3l3vgf77uco2g',
    'bsky.app',
  ],
  [
    'https://bsky.app/profile/@bsky.app/post/3l3vgf77uco2g/liked-by',
    'https://bsky.app/profile/bsky.app/post/3l3vgf77uco2g',
    'post',
    '3l3vgf77uco2g',
    'bsky.app',
  ],
  [
    'https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3l3vgf77uco2g',
    'https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3l3vgf77uco2g',
    'post',
    '3l3vgf77uco2g',
    'did:plc:z72i7hdynmk6r22z27h6tvur',
  ],
  [
    'https://bsky.app/profile/did%3Aplc%3Az72i7hdynmk6r22z27h6tvur/post/3l3vgf77uco2g',
    'https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3l3vgf77uco2g',
    'post',
    '3l3vgf77uco2g',
    'did:plc:z72i7hdynmk6r22z27h6tvur',
  ],
  [
    'https://embed.bsky.app/embed/did:plc:z72i7hdynmk6r22z27h6tvur/app.bsky.feed.post/3l3vgf77uco2g?id=0.1',
    'https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/post/3l3vgf77uco2g?id=0.1',
    'post',
    '3l3vgf77uco2g',
    'did:plc:z72i7hdynmk6r22z27h6tvur',
  ],
  [
    'https://bsky.app/profile/jay.bsky.team',
    'https://bsky.app/profile/jay.bsky.team',
    'profile',
    null,
    'jay.bsky.team',
  ],
  [
    'https://bsky.app/profile/jay.bsky.team/feed/aaa',
    'https://bsky.app/profile/jay.bsky.team/feed/aaa',
    'page',
    null,
    null,
  ],
];

describe('Bluesky links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({
      canonical,
      platform: 'bluesky',
      kind,
      postId,
      accountHandle,
    });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
