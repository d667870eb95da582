import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://www.tiktok.com/@billnye/video/6854717870488702213',
    'https://www.tiktok.com/@_/video/6854717870488702213',
    'video',
    '6854717870488702213',
    'billnye',
  ],
  [
    'https://www.tiktok.com/@billnye/video/6854717870488702213?is_from_webapp=1&sender_device=pc&web_id=7000000000000000000',
    'https://www.tiktok.com/@_/video/6854717870488702213',
    'video',
    '6854717870488702213',
    'billnye',
  ],
  [
    'http://m.tiktok.com/v/6854717870488702213.html',
    'https://www.tiktok.com/@_/video/6854717870488702213',
    'video',
    '6854717870488702213',
    null,
  ],
  [
    'https://www.tiktok.com/embed/v2/6854717870488702213',
    'https://www.tiktok.com/@_/video/6854717870488702213',
    'video',
    '6854717870488702213',
    null,
  ],
  [
    'https://www.tiktok.com/player/v1/6854717870488702213?autoplay=1',
    'https://www.tiktok.com/@_/video/6854717870488702213',
    'video',
    '6854717870488702213',
    null,
  ],
  [
    'https://tiktok.com/share/video/6854717870488702213',
    'https://www.tiktok.com/@_/video/6854717870488702213',
    'video',
    '6854717870488702213',
    null,
  ],
  [
    'https://www.tiktok.com/@/video/6854717870488702213',
    'https://www.tiktok.com/@_/video/6854717870488702213',
    'video',
    '6854717870488702213',
    null,
  ],
  [
    'https://www.tiktok.com/@billnye/photo/6854717870488702213',
    'https://www.tiktok.com/@_/video/6854717870488702213',
    'video',
    '6854717870488702213',
    'billnye',
  ],
  [
    'https://www.tiktok.com/@billnye/video/6854717870488702213?unknown=1&_r=1',
    'https://www.tiktok.com/@_/video/6854717870488702213?unknown=1',
    'video',
    '6854717870488702213',
    'billnye',
  ],
  ['https://vm.tiktok.com/ZSe4FqkKd/', 'https://vm.tiktok.com/ZSe4FqkKd', 'video', null, null],
  ['https://vt.tiktok.com/ZSe4FqkKd', 'https://vt.tiktok.com/ZSe4FqkKd', 'video', null, null],
  ['https://www.tiktok.com/t/ZTRC5xgJp/?_t=8x', 'https://www.tiktok.com/t/ZTRC5xgJp', 'video', null, null],
  ['https://www.tiktok.com/@BillNye?lang=en', 'https://www.tiktok.com/@billnye', 'profile', null, 'BillNye'],
  ['https://www.tiktok.com/tag/idlib', 'https://www.tiktok.com/tag/idlib', 'page', null, null],
];

describe('TikTok links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({
      canonical,
      platform: 'tiktok',
      kind,
      postId,
      accountHandle,
    });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
