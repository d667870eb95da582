import type { SplitUrl } from '../split-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

/** Interface variants and two-letter language hosts; `out.reddit.com` and the like are other things. */
const SAME_HOSTS = /^((old|new|np|m|i|amp|sh|pay|ssl|[a-z]{2})\.)?reddit\.com$/;
const SHORT_HOST = /^(www\.)?redd\.it$/;
const VIDEO_HOST = 'v.redd.it';
/** Base 36, written in either case. */
const ID = /^[a-z0-9]{1,13}$/i;

function post(id: string, comment?: string, author?: string): Recognised {
  const base = `/comments/${id.toLowerCase()}`;
  const isComment = comment !== undefined && ID.test(comment);
  return {
    path: isComment ? `${base}/_/${comment.toLowerCase()}` : base,
    kind: 'post',
    postId: id.toLowerCase(),
    accountHandle: author,
    drop: ['context', 'sort', 'depth', 'limit'],
  };
}

function hostedVideo(id: string): Recognised {
  return { host: VIDEO_HOST, path: `/${id.toLowerCase()}`, kind: 'video', postId: id.toLowerCase() };
}

function discussion(segments: readonly string[]): Recognised | null {
  const [first = '', name] = segments;
  const inFolder = ['r', 'u', 'user'].includes(first) && name !== undefined;
  const [folder = '', id = '', , comment] = inFolder ? segments.slice(2) : segments;
  if (!['comments', 'gallery'].includes(folder) || !ID.test(id)) return null;
  return post(id, comment, inFolder && first !== 'r' ? name : undefined);
}

function account([folder = '', name = '', ...more]: readonly string[]): Recognised | null {
  if (!['u', 'user'].includes(folder) || more.length > 0 || !/^[\w-]{3,20}$/.test(name)) return null;
  return { path: `/user/${name.toLowerCase()}`, kind: 'profile', accountHandle: name };
}

function recogniseReddit({ host, segments }: SplitUrl): Recognised | null {
  const [first = '', second = '', ...more] = segments;
  const isSingleId = second === '' && ID.test(first);
  // A file below v.redd.it/ID is one rendition with bytes of its own: it keeps its path, as a media file.
  if (host === VIDEO_HOST) return isSingleId ? hostedVideo(first) : null;
  if (SHORT_HOST.test(host)) return isSingleId ? post(first) : null;
  if (first === 'video' && ID.test(second) && more.length === 0) return hostedVideo(second);
  return discussion(segments) ?? account(segments);
}

export const reddit: HostedPlatform = {
  platform: 'reddit',
  mainHost: 'www.reddit.com',
  pageHost: foldHosts('www.reddit.com', SAME_HOSTS, /^((www|v)\.)?redd\.it$/),
  noise:
    '$3p $deep_link _branch_match_id correlation_id embed_host_url post_fullname post_index rdt ref ref_source share_id st sh'.split(
      ' ',
    ),
  recognise: recogniseReddit,
};
