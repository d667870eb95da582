import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://vk.com/video-77521_162222515',
    'https://vk.com/video-77521_162222515',
    'video',
    '-77521_162222515',
    null,
  ],
  [
    'https://m.vk.com/video-77521_162222515?from=feed',
    'https://vk.com/video-77521_162222515?from=feed',
    'video',
    '-77521_162222515',
    null,
  ],
  [
    'https://vk.ru/video-77521_162222515?t=10s',
    'https://vk.com/video-77521_162222515',
    'video',
    '-77521_162222515',
    null,
  ],
  [
    'https://vkvideo.ru/video-77521_162222515',
    'https://vk.com/video-77521_162222515',
    'video',
    '-77521_162222515',
    null,
  ],
  [
    'https://vk.com/clip-77521_162222515',
    'https://vk.com/video-77521_162222515',
    'video',
    '-77521_162222515',
    null,
  ],
  [
    'https://vk.com/video_ext.php?oid=-77521&id=162222515&hash=87b046504ccd8bfa',
    'https://vk.com/video-77521_162222515?hash=87b046504ccd8bfa',
    'video',
    '-77521_162222515',
    null,
  ],
  [
    'https://vk.com/feed?z=video-77521_162222515%2Fpl_cat_updates',
    'https://vk.com/video-77521_162222515',
    'video',
    '-77521_162222515',
    null,
  ],
  [
    'https://vkvideo.ru/playlist/-77521_3/video-77521_162222515',
    'https://vk.com/video-77521_162222515',
    'video',
    '-77521_162222515',
    null,
  ],
  [
    'https://vk.com/video205387401_165548505',
    'https://vk.com/video205387401_165548505',
    'video',
    '205387401_165548505',
    null,
  ],
  ['https://vk.com/feed?w=wall-77521_99', 'https://vk.com/wall-77521_99', 'post', '-77521_99', null],
  ['https://vk.com/wall-77521_99?reply=100', 'https://vk.com/wall-77521_99', 'post', '-77521_99', null],
  ['https://vk.com/story-77521_99', 'https://vk.com/story-77521_99', 'story', '-77521_99', null],
  ['https://vk.com/Example_Club', 'https://vk.com/example_club', 'profile', null, 'Example_Club'],
  [
    'https://vk.com/away.php?to=https%3A%2F%2Fvk.com%2Fvideo-77521_162222515&cc_key=',
    'https://vk.com/video-77521_162222515',
    'video',
    '-77521_162222515',
    null,
  ],
  ['https://vk.com/video/playlist/-77521_3', 'https://vk.com/video/playlist/-77521_3', 'page', null, null],
];

describe('VK links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({ canonical, platform: 'vk', kind, postId, accountHandle });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
