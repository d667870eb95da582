import { parameter, type SplitUrl } from '../split-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

const VIDEO_SITE = /^((www|m)\.)?vkvideo\.ru$/;
/** A `-` before the owner's number marks a community. Clips and videos share one numbering. */
const OBJECT = /^(video|clip|wall|story)(-?\d{1,12}_\d{1,12})(?:\/|$)/;
const NAME = /^[a-z][a-z0-9_.]{2,31}$/i;
const RESERVED = new Set(
  'about apps away away.php clips feed friends groups im join live login market music playlist search settings share.php story video video_ext.php videos wall'.split(
    ' ',
  ),
);

function object(text: string): Recognised | null {
  const [, type, id] = OBJECT.exec(text) ?? [];
  if (id === undefined) return null;
  const drop = ['z', 'w', 'oid', 'id', 't', 'hd', 'autoplay', 'reply', 'thread'];
  if (type === 'wall') return { path: `/wall${id}`, kind: 'post', postId: id, drop };
  if (type === 'story') return { path: `/story${id}`, kind: 'story', postId: id, drop };
  return { path: `/video${id}`, kind: 'video', postId: id, drop };
}

/** `z=video-1_2/…` and `w=wall-1_2` open an object over whatever page lies beneath. */
function overlay(url: SplitUrl): Recognised | null {
  return object(parameter(url, 'z') ?? '') ?? object(parameter(url, 'w') ?? '');
}

function embedded(url: SplitUrl): Recognised | null {
  if (url.path !== '/video_ext.php') return null;
  return object(`video${parameter(url, 'oid') ?? ''}_${parameter(url, 'id') ?? ''}`);
}

function account([first = '', ...more]: readonly string[]): Recognised | null {
  const name = first.replace(/^(?:%40|@)/, '');
  if (more.length > 0 || RESERVED.has(name.toLowerCase()) || !NAME.test(name)) return null;
  return { path: `/${name.toLowerCase()}`, kind: 'profile', accountHandle: name };
}

export const vk: HostedPlatform = {
  platform: 'vk',
  mainHost: 'vk.com',
  pageHost: foldHosts('vk.com', /^((www|m|new)\.)?(vk\.(com|ru)|vkontakte\.ru)$/, VIDEO_SITE),
  noise: ['ref', 'ref_domain', 'referrer', 'track_code', '_ref'],
  recognise(url) {
    // The last segment, so that /video/playlist/-1_2/video-1_3 is its video.
    return overlay(url) ?? embedded(url) ?? object(url.segments.at(-1) ?? '') ?? account(url.segments);
  },
};
