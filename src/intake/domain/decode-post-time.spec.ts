import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from './canonicalise-url.js';
import { decodePostTime } from './decode-post-time.js';

const NOW = new Date('2026-11-22T12:00:00.000Z');

function decode(url: string, now = NOW): ReturnType<typeof decodePostTime> {
  return decodePostTime(canonicaliseUrl(url), now);
}

describe('times that are documented for an id', () => {
  it.each([
    // Wikipedia, "Snowflake ID": the worked example, a post of @Wikipedia.
    ['https://x.com/Wikipedia/status/1541815603606036480', 'x-snowflake', '2022-06-28T16:07:40.105Z'],
    // X API documentation, post object: "created_at": "Wed Oct 10 20:19:24 +0000 2018".
    ['https://twitter.com/i/status/1050118621198921728', 'x-snowflake', '2018-10-10T20:19:24.211Z'],
    // Benson, "Tinkering with TikTok Timestamps" (DFIR Review 2020): page source says createTime 1595988377, 4 s later.
    ['https://www.tiktok.com/@billnye/video/6854717870488702213', 'tiktok-id', '2020-07-29T02:06:13.000Z'],
    // yt-dlp, TikTok extractor tests: timestamp 1635284105, 1 s later.
    ['https://www.tiktok.com/@_/video/7023491746608712966', 'tiktok-id', '2021-10-26T21:35:04.000Z'],
    // Discord developer documentation, "Snowflakes": the worked example, 41944705796 ms after its epoch.
    [
      'https://discord.com/channels/@me/175928847299117063/175928847299117063',
      'discord-snowflake',
      '2016-04-30T11:18:25.796Z',
    ],
    // npm package snowflake-util, README.
    [
      'https://cdn.discordapp.com/attachments/175928847299117063/756403198394237027/a.mp4',
      'discord-snowflake',
      '2020-09-18T06:36:15.789Z',
    ],
    // Mastodon documentation, Status entity: created_at 2019-12-08T03:48:33.901Z, 52 ms later.
    ['https://mastodon.social/@Gargron/103270115826048975', 'mastodon-id', '2019-12-08T03:48:33.849Z'],
    // Unfurl, test_bluesky.py: 1732040395098000 µs.
    ['https://bsky.app/profile/jay.bsky.team/post/3lbd2ebt3wk2r', 'bluesky-tid', '2024-11-19T18:19:55.098Z'],
    // yt-dlp, Bluesky extractor tests: createdAt 1726074716.
    ['https://bsky.app/profile/bsky.app/post/3l3vgf77uco2g', 'bluesky-tid', '2024-09-11T17:11:56.350Z'],
    // RFC 9562, appendix A.6.
    [
      'https://files.example/clips/017F22E2-79B0-7CC3-98C4-DC0C0C07398F',
      'uuidv7',
      '2022-02-22T19:22:22.000Z',
    ],
    // yt-dlp, Instagram extractor tests: timestamps 1371748545 and 1453760977; 1530032919 is a long video, 32 s later.
    ['https://www.instagram.com/p/aye83DjauH/', 'instagram-shortcode', '2013-06-20T17:15:45.376Z'],
    ['https://www.instagram.com/p/BA-pQFBG8HZ/', 'instagram-shortcode', '2016-01-25T22:29:37.499Z'],
    ['https://www.instagram.com/tv/BkfuX9UB-eK/', 'instagram-shortcode', '2018-06-26T17:08:07.425Z'],
    // Stack Overflow 63683015: media id 2384288897814875714 was shown with 2020-08-26T13:43:27Z.
    [
      'https://www.instagram.com/stories/example/2384288897814875714/',
      'instagram-shortcode',
      '2020-08-26T13:43:27.313Z',
    ],
  ])('%s: %s gives %s', (url, method, at) => {
    const precision = method === 'tiktok-id' ? 'second' : 'millisecond';
    expect(decode(url)).toEqual({ at, method, precision, caveat: expect.stringMatching(/\.$/) });
  });
});

describe('ids that carry no time', () => {
  it.each([
    ['a sequential id of before November 2010', 'https://x.com/jack/status/20'],
    ['the last sequential ids', 'https://x.com/i/status/29700859246'],
    ['a TikTok id of before TikTok', 'https://www.tiktok.com/@_/video/1000000000000000000'],
    ['a Discord id of before Discord', 'https://discord.com/channels/@me/100000000000000/100000000000000'],
    ['an early Mastodon id', 'https://mastodon.social/@Gargron/4711'],
    ['a Bluesky key that is no TID', 'https://bsky.app/profile/bsky.app/post/self'],
    ['a Bluesky TID of before Bluesky', 'https://bsky.app/profile/bsky.app/post/2222222222222'],
    ['an Instagram post of the first year', 'https://www.instagram.com/p/G-x/'],
    ['an Instagram highlight', 'https://www.instagram.com/stories/highlights/17854360229135492/'],
    ['a UUID of version 4', 'https://files.example/919108f7-52d1-4320-9bac-f847db4148a8'],
    ['a version 7 UUID of before version 7', 'https://files.example/00000000-0000-7000-8000-000000000000'],
    ['YouTube', 'https://youtu.be/dQw4w9WgXcQ'],
    ['Telegram', 'https://t.me/examplechannel/4711'],
    ['an X account', 'https://x.com/Wikipedia'],
    ['a short link', 'https://vm.tiktok.com/ZSe4FqkKd/'],
    ['a number above 64 bits', 'https://www.tiktok.com/@_/video/99999999999999999999'],
  ])('%s', (_, url) => {
    expect(decode(url)).toBeNull();
  });

  it('a private Instagram post has its media id before its key', () => {
    expect(decode(`https://www.instagram.com/p/BA-pQFBG8HZ${'k'.repeat(28)}/`)?.at).toBe(
      '2016-01-25T22:29:37.499Z',
    );
  });

  it('an id of the future is no such id, an hour of clock difference is forgiven', () => {
    const url = 'https://x.com/Wikipedia/status/1541815603606036480';
    expect(decode(url, new Date('2022-06-28T15:07:40.000Z'))?.at).toBe('2022-06-28T16:07:40.105Z');
    expect(decode(url, new Date('2022-06-27T16:07:40.000Z'))).toBeNull();
  });

  it('the caveat of a Bluesky time says that the author chose it', () => {
    expect(decode('https://bsky.app/profile/bsky.app/post/3l3vgf77uco2g')?.caveat).toContain(
      'any time that the author wished',
    );
  });
});
