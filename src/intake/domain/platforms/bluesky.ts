import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

/** AT Protocol specification "Record Key". */
const RECORD_KEY = /^[A-Za-z0-9._~:-]{1,512}$/;
/** A DID or a domain name (AT Protocol specifications "DID" and "Handle"). */
const ACTOR = /^(did:[a-z]+:[A-Za-z0-9._:-]+|[A-Za-z0-9][A-Za-z0-9.-]{0,250}\.[A-Za-z][A-Za-z0-9-]*)$/;
const EMBED_HOST = 'embed.bsky.app';
/** Front ends that show Bluesky's own posts under its own keys. */
const MIRRORS =
  /^(main\.bsky\.dev|fxbsky\.app|bskyx\.app|bskye\.app|vxbsky\.app|deer\.social|embed\.bsky\.app)$/;

function actorOf(segment: string): string | null {
  const actor = segment.replaceAll('%3A', ':').replace(/^(?:%40|@)/, '');
  return ACTOR.test(actor) ? actor : null;
}

/** Handles are domain names and so case-insensitive; DIDs are not. */
function folder(actor: string): string {
  return `/profile/${actor.startsWith('did:') ? actor : actor.toLowerCase()}`;
}

function post(actor: string, key = ''): Recognised | null {
  if (!RECORD_KEY.test(key)) return null;
  return { path: `${folder(actor)}/post/${key}`, kind: 'post', postId: key, accountHandle: actor };
}

export const bluesky: HostedPlatform = {
  platform: 'bluesky',
  mainHost: 'bsky.app',
  pageHost: foldHosts('bsky.app', /^(www|staging)\.bsky\.app$/, MIRRORS),
  noise: ['ref_src', 'ref_url'],
  recognise({ host, segments }) {
    const [first, second = '', third, key] = segments;
    const actor = actorOf(second);
    if (actor === null) return null;
    if (host === EMBED_HOST)
      return first === 'embed' && third === 'app.bsky.feed.post' ? post(actor, key) : null;
    if (first !== 'profile') return null;
    if (third === 'post') return post(actor, key);
    return third === undefined ? { path: folder(actor), kind: 'profile', accountHandle: actor } : null;
  },
};
