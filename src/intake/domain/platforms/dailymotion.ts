import { parameter, type SplitUrl } from '../split-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

const SHORT_HOST = /^(www\.)?dai\.ly$/;
const OTHER_HOSTS = /^geo\.dailymotion\.com$|^(www\.)?dai\.ly$/;
/** `x2jvvep`, alone or before `_some-title`. Private ids (`k…`) mix upper and lower case. */
const ID = /^([xk][A-Za-z0-9]{3,24})(?:_.*)?$/;
const RESERVED = new Set(
  'browse channel crawler embed feed hashtag hub live login partner player player.html playlist register search signin swf topic upload us video'.split(
    ' ',
  ),
);

function candidate(url: SplitUrl): string | undefined {
  const [first = '', second, third] = url.segments;
  if (SHORT_HOST.test(url.host)) return first;
  if (first === 'video' || first === 'hub') return second;
  if (['embed', 'crawler', 'swf'].includes(first)) return second === 'video' ? third : second;
  // geo.dailymotion.com/player.html?video=x1 and /player/PLAYER.html?video=x1
  return first === 'player' || first === 'player.html' ? parameter(url, 'video') : undefined;
}

function account([name = '', ...more]: readonly string[]): Recognised | null {
  if (more.length > 0 || RESERVED.has(name.toLowerCase()) || !/^[\w-]{2,64}$/.test(name)) return null;
  return { path: `/${name.toLowerCase()}`, kind: 'profile', accountHandle: name };
}

export const dailymotion: HostedPlatform = {
  platform: 'dailymotion',
  mainHost: 'www.dailymotion.com',
  pageHost: foldHosts('www.dailymotion.com', /^((touch|m)\.)?dailymotion\.com$/, OTHER_HOSTS),
  noise: ['start', 'autoplay', 'mute'],
  recognise(url) {
    const id = ID.exec(candidate(url) ?? '')?.[1];
    if (id !== undefined)
      return { path: `/video/${id}`, kind: 'video', postId: id, drop: ['video', 'playlist'] };
    return OTHER_HOSTS.test(url.host) ? null : account(url.segments);
  },
};
