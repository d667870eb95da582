import { describe, expect, it } from '@jest/globals';
import { canonicaliseUrl } from '../canonicalise-url.js';

/** Submitted link, canonical form, kind, post id, account handle. */
const LINKS: readonly (readonly [string, string, string, string | null, string | null])[] = [
  [
    'https://discord.com/channels/81384788765712384/381887113391505410/175928847299117063',
    'https://discord.com/channels/81384788765712384/381887113391505410/175928847299117063',
    'post',
    '175928847299117063',
    null,
  ],
  [
    'https://ptb.discord.com/channels/81384788765712384/381887113391505410/175928847299117063/',
    'https://discord.com/channels/81384788765712384/381887113391505410/175928847299117063',
    'post',
    '175928847299117063',
    null,
  ],
  [
    'http://canary.discordapp.com/channels/81384788765712384/381887113391505410/175928847299117063',
    'https://discord.com/channels/81384788765712384/381887113391505410/175928847299117063',
    'post',
    '175928847299117063',
    null,
  ],
  [
    'https://www.discordapp.com/channels/@me/381887113391505410/175928847299117063',
    'https://discord.com/channels/@me/381887113391505410/175928847299117063',
    'post',
    '175928847299117063',
    null,
  ],
  [
    'https://cdn.discordapp.com/attachments/381887113391505410/756403198394237027/clip.mp4?ex=65d903de&is=65c68ede&hm=2481f30d',
    'https://cdn.discordapp.com/attachments/381887113391505410/756403198394237027/clip.mp4',
    'media',
    '756403198394237027',
    null,
  ],
  [
    'https://media.discordapp.net/attachments/381887113391505410/756403198394237027/clip.mp4?width=400&height=300',
    'https://cdn.discordapp.com/attachments/381887113391505410/756403198394237027/clip.mp4',
    'media',
    '756403198394237027',
    null,
  ],
  [
    'https://cdn.discordapp.com/ephemeral-attachments/381887113391505410/756403198394237027/a%20b.mov',
    'https://cdn.discordapp.com/ephemeral-attachments/381887113391505410/756403198394237027/a%20b.mov',
    'media',
    '756403198394237027',
    null,
  ],
  [
    'https://discord.com/channels/81384788765712384/381887113391505410',
    'https://discord.com/channels/81384788765712384/381887113391505410',
    'page',
    null,
    null,
  ],
  ['https://discord.com/invite/abcdef?utm_medium=x', 'https://discord.com/invite/abcdef', 'page', null, null],
];

describe('Discord links', () => {
  it.each(LINKS)('%s becomes %s', (submitted, canonical, kind, postId, accountHandle) => {
    expect(canonicaliseUrl(submitted)).toEqual({
      canonical,
      platform: 'discord',
      kind,
      postId,
      accountHandle,
    });
  });

  it.each(LINKS)('%s: the canonical form %s is its own canonical form', (_, canonical) => {
    expect(canonicaliseUrl(canonical).canonical).toBe(canonical);
  });
});
