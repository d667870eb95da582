import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  ['https://vimeo.com/76979871', 'https://vimeo.com/76979871', 'video', '76979871', null],
  ['http://www.vimeo.com/76979871/', 'https://vimeo.com/76979871', 'video', '76979871', null],
  [
    'https://player.vimeo.com/video/76979871?autoplay=1&title=0',
    'https://vimeo.com/76979871',
    'video',
    '76979871',
    null,
  ],
  ['https://vimeo.com/76979871?share=copy#t=30s', 'https://vimeo.com/76979871', 'video', '76979871', null],
  ['https://vimeo.com/channels/staffpicks/76979871', 'https://vimeo.com/76979871', 'video', '76979871', null],
  [
    'https://vimeo.com/groups/shortfilms/videos/76979871',
    'https://vimeo.com/76979871',
    'video',
    '76979871',
    null,
  ],
  [
    'https://vimeo.com/showcase/3966893/video/76979871',
    'https://vimeo.com/76979871',
    'video',
    '76979871',
    null,
  ],
  [
    'https://vimeo.com/76979871/8272103F6E',
    'https://vimeo.com/76979871/8272103f6e',
    'video',
    '76979871',
    null,
  ],
  [
    'https://player.vimeo.com/video/76979871?h=8272103f6e&badge=0',
    'https://vimeo.com/76979871/8272103f6e',
    'video',
    '76979871',
    null,
  ],
  ['https://vimeo.com/ExampleUser', 'https://vimeo.com/exampleuser', 'profile', null, 'ExampleUser'],
  ['https://vimeo.com/event/12345', 'https://vimeo.com/event/12345', 'page', null, null],
];

describe('Vimeo links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({ canonical, platform: 'vimeo', kind, postId, accountHandle });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
