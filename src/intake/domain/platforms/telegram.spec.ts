import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  ['https://t.me/examplechannel/4711', 'https://t.me/examplechannel/4711', 'post', '4711', 'examplechannel'],
  [
    'http://telegram.me/ExampleChannel/4711?single',
    'https://t.me/examplechannel/4711',
    'post',
    '4711',
    'ExampleChannel',
  ],
  [
    'https://t.me/s/ExampleChannel/4711',
    'https://t.me/examplechannel/4711',
    'post',
    '4711',
    'ExampleChannel',
  ],
  [
    'https://www.t.me/examplechannel/4711/',
    'https://t.me/examplechannel/4711',
    'post',
    '4711',
    'examplechannel',
  ],
  [
    'https://t.me/examplechannel/4711?embed=1&mode=tme&t=30',
    'https://t.me/examplechannel/4711',
    'post',
    '4711',
    'examplechannel',
  ],
  ['https://examplechannel.t.me/4711', 'https://t.me/examplechannel/4711', 'post', '4711', 'examplechannel'],
  [
    'https://telegram.dog/examplechannel/12/4711',
    'https://t.me/examplechannel/4711',
    'post',
    '4711',
    'examplechannel',
  ],
  [
    'https://t.me/examplechannel/4711?comment=99',
    'https://t.me/examplechannel/4711?comment=99',
    'post',
    '4711',
    'examplechannel',
  ],
  [
    'https://t.me/iv?url=https%3A%2F%2Ft.me%2Fexamplechannel%2F4711&rhash=0123',
    'https://t.me/examplechannel/4711',
    'post',
    '4711',
    'examplechannel',
  ],
  ['https://t.me/c/1234567890/89', 'https://t.me/c/1234567890/89', 'post', '89', null],
  ['https://t.me/c/1234567890/3/89?single', 'https://t.me/c/1234567890/89', 'post', '89', null],
  ['https://t.me/examplechannel/s/17', 'https://t.me/examplechannel/s/17', 'story', '17', 'examplechannel'],
  [
    'https://t.me/s/ExampleChannel?before=500',
    'https://t.me/examplechannel',
    'profile',
    null,
    'ExampleChannel',
  ],
  [
    'https://web.telegram.org/k/#@ExampleChannel',
    'https://t.me/examplechannel',
    'profile',
    null,
    'ExampleChannel',
  ],
  ['https://web.telegram.org/k/#-1234567890', 'https://web.telegram.org/k/#-1234567890', 'page', null, null],
  ['https://t.me/+AbCdEfGhIjK0MTIz', 'https://t.me/+AbCdEfGhIjK0MTIz', 'page', null, null],
  ['https://t.me/joinchat/AAAAAE', 'https://t.me/joinchat/AAAAAE', 'page', null, null],
];

describe('Telegram links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({
      canonical,
      platform: 'telegram',
      kind,
      postId,
      accountHandle,
    });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
