import { parameter } from '../split-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

const ID = /^\d{1,12}$/;
const HASH = /^[0-9a-f]{8,12}$/i;
/** Where a video's number follows further words: channels/x/1, groups/x/videos/1, showcase/1/video/2, video/1 … */
const LISTED =
  /^\/(?:channels\/[^/]+|groups\/[^/]+\/videos|(?:album|showcase)\/\d+\/video|ondemand\/[^/]+|manage\/videos|video)\/(\d{1,12})(?:\/|$)/;
const RESERVED = new Set(
  'about album blog categories channels event explore features groups join log_in manage ondemand search settings showcase upgrade user video watch'.split(
    ' ',
  ),
);

function video(id: string, hashes: readonly (string | undefined)[]): Recognised {
  const hash = hashes.find((text) => text !== undefined && HASH.test(text));
  return {
    // An unlisted clip answers only to its number and hash together.
    path: hash === undefined ? `/${id}` : `/${id}/${hash.toLowerCase()}`,
    kind: 'video',
    postId: id,
    drop: 'app_id autopause autoplay background badge byline color dnt h loop muted player_id portrait title transparent'.split(
      ' ',
    ),
  };
}

function account([name = '', ...more]: readonly string[]): Recognised | null {
  if (more.length > 0 || RESERVED.has(name.toLowerCase()) || !/^[a-z][a-z0-9]{2,31}$/i.test(name))
    return null;
  return { path: `/${name.toLowerCase()}`, kind: 'profile', accountHandle: name };
}

export const vimeo: HostedPlatform = {
  platform: 'vimeo',
  mainHost: 'vimeo.com',
  pageHost: foldHosts('vimeo.com', /^(www|m)\.vimeo\.com$/, /^player\.vimeo\.com$/),
  noise: ['share', 'fl', 'fe', 'ref', 'turnstile'],
  recognise(url) {
    const [first = '', second] = url.segments;
    const hash = parameter(url, 'h');
    if (ID.test(first)) return video(first, [second, hash]);
    const [, listed] = LISTED.exec(url.path) ?? [];
    if (listed !== undefined) return video(listed, [hash]);
    return url.host.startsWith('player.') ? null : account(url.segments);
  },
};
