import { parameter, type SplitUrl } from '../split-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

const SAME_HOSTS = /^((www|mobile|m)\.)?(twitter|x)\.com$/;
/** Front ends that show X's own posts under X's own ids: FixTweet, BetterTwitFix and public Nitter instances. */
const MIRRORS = [
  '((www|[dgtci])\\.)?(fxtwitter|vxtwitter|fixupx|fixvx|twittpr)\\.com',
  'nitter\\.(net|poast\\.org|privacydev\\.net|tiekoetter\\.com)',
  'xcancel\\.com',
];
const EMBED_HOST = 'platform.twitter.com';
const OTHER_HOSTS = new RegExp(`^(${[...MIRRORS, 'platform\\.twitter\\.com'].join('|')})$`);

const STATUS = /^\/(?:i\/web|i|([A-Za-z0-9_]{1,15}))\/status(?:es)?\/(\d{1,19})(?:\/|$)/;
const BARE_STATUS = /^\/(?:statuses|i\/videos\/tweet|i\/videos)\/(\d{1,19})(?:\/|$)/;
const ACCOUNT = /^\/([A-Za-z0-9_]{1,15})\/?$/;
const RESERVED = new Set(
  'about account compose download explore hashtag home i intent jobs lists login logout messages notifications privacy search settings share signup tos'.split(
    ' ',
  ),
);

function status(id: string, handle?: string): Recognised {
  // The id alone names the post: X answers whatever account name stands before it, and accounts are renamed.
  return { path: `/i/status/${id}`, kind: 'post', postId: id, accountHandle: handle };
}

function embeddedStatus(url: SplitUrl): Recognised | null {
  const id = parameter(url, 'id') ?? '';
  if (url.path !== '/embed/Tweet.html' || !/^\d{1,19}$/.test(id)) return null;
  return { ...status(id), drop: url.query.map((item) => item.name) };
}

export const x: HostedPlatform = {
  platform: 'x',
  mainHost: 'x.com',
  pageHost: foldHosts('x.com', SAME_HOSTS, OTHER_HOSTS),
  noise: ['s', 't', 'ref_src', 'ref_url', 'cxt', 'cn', 'refsrc', 'src', 'twcamp', 'twterm', 'twgr'],
  recognise(url) {
    if (url.host === EMBED_HOST) return embeddedStatus(url);
    // Links of 2010 to 2012 carry the path behind a hash-bang: twitter.com/#!/user/status/1.
    const isHashBang = url.path === '/' && url.fragment.startsWith('!/');
    const path = isHashBang ? url.fragment.slice(1) : url.path;
    const [, handle, id] = STATUS.exec(path) ?? [];
    if (id !== undefined) return status(id, handle);
    const [, bareId] = BARE_STATUS.exec(path) ?? [];
    if (bareId !== undefined) return status(bareId);
    const [, account] = ACCOUNT.exec(path) ?? [];
    if (account === undefined || RESERVED.has(account.toLowerCase())) return null;
    return { path: `/${account.toLowerCase()}`, kind: 'profile', accountHandle: account };
  },
};
