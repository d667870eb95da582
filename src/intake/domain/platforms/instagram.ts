import type { UrlKind } from '../canonical-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

/** Public posts have up to 11 characters, private ones 28 more. */
const SHORTCODE = /^[A-Za-z0-9_-]{1,43}$/;
const KINDS: ReadonlyMap<string, UrlKind> = new Map([
  ['p', 'post'],
  ['reel', 'video'],
  ['reels', 'video'],
  ['tv', 'video'],
]);
const USER = /^[A-Za-z0-9._]{1,30}$/;
const RESERVED = new Set(
  'about accounts api developer direct explore legal p reel reels s share stories tv web'.split(' '),
);

function isUser(name: string): boolean {
  return USER.test(name) && !RESERVED.has(name.toLowerCase());
}

/** `/p/CODE`, `/reel/CODE`, `/user/p/CODE` …: one namespace of codes, so that all of them are one post. */
function post(segments: readonly string[]): Recognised | null {
  const [first = ''] = segments;
  const user = KINDS.has(first) ? undefined : first;
  const [folder = '', code = ''] = user === undefined ? segments : segments.slice(1);
  const kind = KINDS.get(folder);
  // /reels/audio/1 lists the clips that use a sound.
  if (kind === undefined || !SHORTCODE.test(code) || code === 'audio') return null;
  if (user !== undefined && !isUser(user)) return null;
  return { path: `/p/${code}/`, kind, postId: code, accountHandle: user, drop: ['img_index'] };
}

function story([folder, user = '', id = '']: readonly string[]): Recognised | null {
  if (folder !== 'stories' || !USER.test(user) || !/^\d{1,20}$/.test(id)) return null;
  const handle = user === 'highlights' ? undefined : user;
  return { path: `/stories/${user.toLowerCase()}/${id}/`, kind: 'story', postId: id, accountHandle: handle };
}

export const instagram: HostedPlatform = {
  platform: 'instagram',
  mainHost: 'www.instagram.com',
  pageHost: foldHosts(
    'www.instagram.com',
    /^(m\.)?instagram\.com$|^(www\.)?instagr\.am$/,
    // A front end that shows Instagram's own posts under Instagram's own codes.
    /^(www\.)?ddinstagram\.com$/,
  ),
  noise: ['hl', 'taken-by', 'taken-at', 'ig_mid', 'ig_rid', 'ig_web_copy_link', 'xmt', 'rcode'],
  recognise({ segments }) {
    const found = post(segments) ?? story(segments);
    if (found !== null) return found;
    const [user = '', ...more] = segments;
    if (more.length > 0 || !isUser(user)) return null;
    return { path: `/${user.toLowerCase()}/`, kind: 'profile', accountHandle: user };
  },
};
