import { decodedSegment, parameter, type SplitUrl } from '../split-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

const SHORT_HOST = /^(www\.)?youtu\.be$/;
const VIDEO_ID = /^[A-Za-z0-9_-]{11}$/;
const VIDEO_FOLDERS = new Set(['shorts', 'live', 'embed', 'v', 'e', 'watch']);
/** Pages below /embed whose names happen to have eleven letters. */
const NO_IDS = new Set(['videoseries', 'live_stream']);

function videoId(url: SplitUrl): string | undefined {
  const [first = '', second] = url.segments;
  if (SHORT_HOST.test(url.host)) return first;
  if (VIDEO_FOLDERS.has(first) && second !== undefined) return second;
  return first === 'watch' || first === 'watch_popup' ? parameter(url, 'v') : undefined;
}

function account(url: SplitUrl): Recognised | null {
  const [first = '', second] = url.segments;
  if (/^@.|^%40./.test(first)) {
    const handle = decodedSegment(first).slice(1);
    return { path: `/@${first.replace(/^(@|%40)/, '')}`, kind: 'profile', accountHandle: handle };
  }
  if (second !== undefined && ['channel', 'c', 'user'].includes(first))
    return { path: `/${first}/${second}`, kind: 'profile', accountHandle: decodedSegment(second) };
  return null;
}

export const youtube: HostedPlatform = {
  platform: 'youtube',
  mainHost: 'www.youtube.com',
  pageHost: foldHosts(
    'www.youtube.com',
    /^((m|music|gaming)\.)?youtube\.com$|^(www\.)?youtube-nocookie\.com$/,
    SHORT_HOST,
  ),
  noise: ['si', 'feature', 'pp', 'ab_channel', 'app', 'embeds_referring_euri', 'embeds_referring_origin'],
  recognise(url) {
    const id = videoId(url);
    if (id === undefined || !VIDEO_ID.test(id) || NO_IDS.has(id))
      return SHORT_HOST.test(url.host) ? null : account(url);
    return {
      path: '/watch',
      kind: 'video',
      postId: id,
      identity: [['v', id]],
      drop: ['t', 'start', 'end', 'time_continue', 'list', 'index', 'start_radio', 'rv', 'lc', 'autoplay'],
    };
  },
};
