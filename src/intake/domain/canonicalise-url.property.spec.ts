import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { InvalidInputError } from '../../shared/errors.js';
import { canonicaliseUrl } from './canonicalise-url.js';
import { decodePostTime } from './decode-post-time.js';

const NOW = new Date('2026-11-22T00:00:00.000Z');

const HOSTS = [
  [
    'www.youtube.com',
    'youtu.be',
    'music.youtube.com',
    'www.youtube-nocookie.com',
    'twitter.com',
    'x.com',
    'nitter.net',
  ],
  [
    'platform.twitter.com',
    'www.facebook.com',
    'm.facebook.com',
    'web.facebook.com',
    'l.facebook.com',
    'fb.watch',
  ],
  [
    'www.instagram.com',
    'instagr.am',
    'ddinstagram.com',
    't.me',
    'telegram.me',
    'channel.t.me',
    'web.telegram.org',
  ],
  [
    'www.tiktok.com',
    'vm.tiktok.com',
    'www.reddit.com',
    'old.reddit.com',
    'redd.it',
    'v.redd.it',
    'out.reddit.com',
  ],
  [
    'vimeo.com',
    'player.vimeo.com',
    'www.dailymotion.com',
    'dai.ly',
    'geo.dailymotion.com',
    'vk.com',
    'vkvideo.ru',
  ],
  ['bsky.app', 'embed.bsky.app', 'fxbsky.app', 'discord.com', 'cdn.discordapp.com', 'media.discordapp.net'],
  [
    'mastodon.social',
    'news.example',
    'www.google.com',
    'google.com.',
    '127.0.0.1:8080',
    '[::1]',
    'mega.nz',
    'iv.t.me',
  ],
].flat();

const WORDS = [
  [
    'watch',
    'shorts',
    'embed',
    'live',
    'redirect',
    'url',
    'l.php',
    'plugins',
    'video.php',
    'iv',
    'away.php',
    'user',
    'i',
    'web',
  ],
  [
    'status',
    'statuses',
    'videos',
    'posts',
    'groups',
    'permalink',
    'story.php',
    'stories',
    'reel',
    'p',
    'tv',
    's',
    'c',
    'r',
  ],
  [
    'comments',
    'gallery',
    'video',
    'photo',
    'channels',
    'attachments',
    'profile',
    'post',
    '@user',
    '@',
    '%40user',
    'users',
    'deck',
  ],
  [
    'dQw4w9WgXcQ',
    '1541815603606036480',
    '4711',
    '3l3vgf77uco2g',
    'video-1_2',
    'clip-1_2',
    'x5kesuj',
    'abcdef0123',
    'playlist',
  ],
  [
    'clip.mp4',
    '..',
    '.',
    '%2e%2E',
    '%',
    '%%34%31',
    '%zz',
    'a b',
    'خبر',
    "it's",
    '|',
    ';',
    '+',
    'A',
    'embed.html',
    'l',
    'W.t',
  ],
].flat();

const NAMES = [
  'v',
  'q',
  'u',
  'url',
  'to',
  'href',
  'id',
  'z',
  'w',
  'h',
  't',
  's',
  'list',
  'utm_source',
  'story_fbid',
  'a[]',
  '',
  'video',
];

const word = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

const address = (nested: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .record({
      scheme: fc.constantFrom('http', 'https', 'HTTPS'),
      host: fc.constantFrom(...HOSTS),
      path: fc.array(word, { maxLength: 6 }),
      query: fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.oneof(word, nested.map(encodeURIComponent))), {
        maxLength: 4,
      }),
      fragment: fc.oneof(
        fc.constant(''),
        word.map((text) => `#${text}`),
        fc.constant('#!/user/status/20'),
      ),
    })
    .map(({ scheme, host, path, query, fragment }) => {
      const items = query.map(([name, value]) => `${name}=${value}`).join('&');
      return `${scheme}://${host}/${path.join('/')}${items === '' ? '' : `?${items}`}${fragment}`;
    });

const link = address(
  address(address(fc.constant('https://youtu.be/dQw4w9WgXcQ'))).filter((text) => text.isWellFormed()),
);

function canonicalOrNull(submitted: string): string | null {
  try {
    return canonicaliseUrl(submitted).canonical;
  } catch (error) {
    if (error instanceof InvalidInputError && ['url_rejected', 'unsupported_url'].includes(error.code))
      return null;
    throw error;
  }
}

describe('canonical form of any link', () => {
  it('is its own canonical form, whatever host, path, parameters and fragment', () => {
    fc.assert(
      fc.property(link, (submitted) => {
        const once = canonicalOrNull(submitted);
        expect(once === null ? null : canonicalOrNull(once)).toBe(once);
      }),
      { numRuns: 5000 },
    );
  });

  it('is its own canonical form for any web address', () => {
    const webUrl = fc.webUrl({ withQueryParameters: true, withFragments: true });
    fc.assert(
      fc.property(webUrl, (submitted) => {
        const once = canonicalOrNull(submitted);
        expect(once).not.toBeNull();
        expect(canonicalOrNull(once ?? '')).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('or a refusal of a known code comes from any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }).map((rest) => `https://${rest}`),
    );
    fc.assert(
      fc.property(text, (submitted) => {
        expect(canonicalOrNull(submitted) ?? 'https://refused').toMatch(/^https?:\/\/[\x21-\x7e]+$/);
      }),
      { numRuns: 5000 },
    );
  });

  it('is plain ASCII and yields a time or none, never an exception', () => {
    fc.assert(
      fc.property(link, (submitted) => {
        const canonical = canonicalOrNull(submitted);
        if (canonical === null) return;
        expect(canonical).toMatch(/^[\x21-\x7e]+$/);
        const { at } = decodePostTime(canonicaliseUrl(submitted), NOW) ?? { at: NOW.toISOString() };
        expect(new Date(at).toISOString()).toBe(at);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['blanks', `https://a${' '.repeat(8000)}b`],
    ['dots', `https://${'.'.repeat(8000)}a/`],
    ['account name', `https://a.example/@${'a'.repeat(4000)}-${'_'.repeat(4000)}/1`],
    ['handle', `https://bsky.app/profile/${'a.'.repeat(4000)}/post/1`],
    ['percent signs', `https://a.example/${'%'.repeat(8000)}`],
    ['ampersands', `https://a.example/?${'&a'.repeat(4000)}`],
    ['path segments', `https://a.example/${'a/'.repeat(4000)}`],
  ])('of 8 kB of %s does not send a pattern backtracking for seconds', (_, submitted) => {
    const started = performance.now();
    canonicalOrNull(submitted);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

/** In the manner of the Big List of Naughty Strings: texts that have broken parsers elsewhere. Our own selection. */
const NAUGHTY = [
  [
    'undefined',
    'null',
    'NaN',
    '-1',
    '1e309',
    '0x0',
    '${7*7}',
    '{{7*7}}',
    '<script>alert(1)</script>',
    "' OR 1=1 --",
    '../../etc/passwd',
  ],
  [
    'http://',
    'https://',
    'http:',
    '://',
    '//news.example',
    'https://?',
    'https://#',
    'https://[::1',
    'https://[v1.a]/',
    'http://0x7f.1/',
  ],
  [
    'http://%00/',
    'http://a%2fb/',
    'http://xn--/',
    'http://xn--a/',
    'http://-/',
    'http://1.2.3.4.5/',
    'http://256.256.256.256/',
    'http://٣.٤/',
  ],
  [
    '\uFEFFhttps://news.example',
    'https://news.example/\uFFFE',
    'https://ß.example/',
    'https://İ.example',
    'https://👾.example/👾',
    'https://a\u00AD.example',
  ],
  [
    'https://news.example/%',
    'https://news.example/%u0041',
    'https://news.example/%C3%28',
    'https://news.example?%=%&=&&==',
    'https://www.youtube.com/@%FF%FE',
  ],
  [
    'https://www.instagram.com/constructor/p/x',
    'https://www.instagram.com/__proto__',
    'https://x.com/__proto__/status/1',
    'https://a.example/?__proto__=1',
  ],
].flat();

describe('naughty text', () => {
  it.each(NAUGHTY)('%j gives a stable form or a known refusal', (submitted) => {
    const once = canonicalOrNull(submitted);
    expect(once === null ? null : canonicalOrNull(once)).toBe(once);
  });
});
