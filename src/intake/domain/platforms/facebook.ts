import { parameter, type SplitUrl } from '../split-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

/** `ja-jp.facebook.com` and the like are the same site in another language. */
const SAME_HOSTS =
  /^((www|m|web|mbasic|mobile|touch|d|[a-z]{2}-[a-z]{2})\.)?facebook\.com$|^(www\.)?fb\.com$/;
/** Short links can only be resolved by asking Facebook, so they stay what they are. */
const SHORT_HOST = /^(www\.)?fb\.watch$/;

const NUMBER = /^\d{1,20}$/;
/** A post id: digits, or the `pfbid` form of 2022. */
const POST_ID = /^(\d{5,20}|pfbid[A-Za-z0-9]{10,})$/;
const VANITY = /^[A-Za-z0-9.]{5,50}$/;
/** First path segments that are pages of Facebook itself, never accounts. */
const RESERVED = new Set(
  'dialog events gaming groups hashtag help home.php l.php live login login.php marketplace media pages people permalink.php photo photo.php photos plugins profile.php public reel reels search share sharer sharer.php stories story.php video video.php videos watch'.split(
    ' ',
  ),
);

function video(id: string, handle?: string): Recognised {
  return {
    path: '/watch/',
    kind: 'video',
    postId: id,
    accountHandle: handle,
    identity: [['v', id]],
    drop: ['video_id', 't', 'start_time'],
  };
}

function post(folder: string, id: string, handle?: string): Recognised {
  return {
    path: `/${folder}/posts/${id}`,
    kind: 'post',
    postId: id,
    accountHandle: handle,
    drop: ['story_fbid', 'id', 'multi_permalinks'],
  };
}

/** Every way in which Facebook addresses a video; all lead to the same numbering. */
function videoLink(url: SplitUrl): Recognised | null {
  const [first = '', second = ''] = url.segments;
  const last = url.segments.at(-1) ?? '';
  const queried = parameter(url, 'v') ?? parameter(url, 'video_id') ?? '';
  if (['watch', 'video.php', 'video'].includes(first) && NUMBER.test(queried)) return video(queried);
  if (['reel', 'reels'].includes(first) && NUMBER.test(second)) return video(second);
  // user/videos/1, user/videos/some-title/1, user/videos/vb.2/1
  const ofAccount = second === 'videos' && url.segments.length <= 4 && !RESERVED.has(first);
  return ofAccount && NUMBER.test(last) ? video(last, first) : null;
}

function groupLink(url: SplitUrl): Recognised | null {
  const [first, group, kind, id = ''] = url.segments;
  if (first !== 'groups' || group === undefined) return null;
  const folder = `groups/${group}`;
  if ((kind === 'posts' || kind === 'permalink') && POST_ID.test(id)) return post(folder, id);
  const queried = parameter(url, 'multi_permalinks') ?? '';
  return kind === undefined && POST_ID.test(queried) ? post(folder, queried) : null;
}

function postLink(url: SplitUrl): Recognised | null {
  const [first = '', second, third = '', fourth = ''] = url.segments;
  if (first === 'story.php' || first === 'permalink.php') {
    const id = parameter(url, 'story_fbid') ?? '';
    const owner = parameter(url, 'id') ?? '';
    return POST_ID.test(id) && NUMBER.test(owner) ? post(owner, id, owner) : null;
  }
  if (second !== 'posts' || RESERVED.has(first)) return null;
  // user/posts/1, user/posts/some-title/1
  const id = POST_ID.test(third) ? third : fourth;
  // Vanity names are case-insensitive; numbers are unchanged by this.
  return POST_ID.test(id) && VANITY.test(first) ? post(first.toLowerCase(), id, first) : null;
}

function accountLink(url: SplitUrl): Recognised | null {
  const [first = '', second, third] = url.segments;
  const id = parameter(url, 'id') ?? '';
  if (first === 'profile.php' && NUMBER.test(id))
    return { path: `/${id}`, kind: 'profile', accountHandle: id, drop: ['id'] };
  if (first === 'stories' && second !== undefined)
    return {
      path: `/${url.segments.join('/')}`,
      kind: 'story',
      postId: third ?? second,
      drop: ['view_single'],
    };
  if (second !== undefined || RESERVED.has(first) || !(VANITY.test(first) || NUMBER.test(first))) return null;
  return { path: `/${first.toLowerCase()}`, kind: 'profile', accountHandle: first };
}

function shortLink({ segments }: SplitUrl): Recognised | null {
  const [code] = segments;
  return code === undefined ? null : { host: 'fb.watch', path: `/${code}`, kind: 'video' };
}

export const facebook: HostedPlatform = {
  platform: 'facebook',
  mainHost: 'www.facebook.com',
  pageHost: foldHosts('www.facebook.com', SAME_HOSTS, SHORT_HOST),
  noise:
    '_rdr _rdc _ft_ __so__ __rv__ app eav eid extid fs hc_location hc_ref idorvanity locale notif_id notif_t paipv rdid ref refid s sfnsn share_url wtsid'.split(
      ' ',
    ),
  recognise(url) {
    if (SHORT_HOST.test(url.host)) return shortLink(url);
    return videoLink(url) ?? groupLink(url) ?? postLink(url) ?? accountLink(url);
  },
};
