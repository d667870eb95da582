import type { SplitUrl } from '../split-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

/** Telegram serves `name.t.me` as `t.me/name`. */
const NAME_HOST = /^([a-z][a-z0-9_]{3,31})\.t\.me$/;
const WEB_CLIENT = 'web.telegram.org';
const NAME = /^[A-Za-z][A-Za-z0-9_]{3,31}$/;
const NUMBER = /^\d{1,19}$/;
const RESERVED = new Set(
  'addemoji addlist addstickers addtheme boost confirmphone contact giftcode invoice joinchat login proxy setlanguage share socks'.split(
    ' ',
  ),
);

/** Parameters that only say how to show the message; `comment` and `thread` name another message and stay. */
const SHOWN = ['single', 'embed', 'mode', 'userpic', 'dark', 'tme_mode', 't', 'before', 'after', 'q'];

/** `t.me/c/CHAT/MESSAGE` and `t.me/c/CHAT/TOPIC/MESSAGE`: message numbers are unique in a chat. */
function privateMessage([chat = '', ...rest]: readonly string[]): Recognised | null {
  const id = rest.at(-1) ?? '';
  if (!NUMBER.test(chat) || rest.length > 2 || !rest.every((part) => NUMBER.test(part)) || id === '')
    return null;
  return { path: `/c/${chat}/${id}`, kind: 'post', postId: id, drop: SHOWN };
}

function publicLink([name = '', ...rest]: readonly string[]): Recognised | null {
  if (!NAME.test(name) || RESERVED.has(name.toLowerCase()) || rest.length > 2) return null;
  const folder = `/${name.toLowerCase()}`;
  const [id = '', topicOrMark] = rest.toReversed();
  if (id === '') return { path: folder, kind: 'profile', accountHandle: name, drop: SHOWN };
  if (!NUMBER.test(id)) return null;
  if (topicOrMark === 's')
    return { path: `${folder}/s/${id}`, kind: 'story', postId: id, accountHandle: name };
  if (topicOrMark !== undefined && !NUMBER.test(topicOrMark)) return null;
  return { path: `${folder}/${id}`, kind: 'post', postId: id, accountHandle: name, drop: SHOWN };
}

/** The web client keeps the open chat in the fragment. */
function webClient(url: SplitUrl): Recognised | null {
  const name = /^@([A-Za-z]\w{3,31})$/.exec(url.fragment)?.[1];
  if (name === undefined) return null;
  return { path: `/${name.toLowerCase()}`, kind: 'profile', accountHandle: name, drop: SHOWN };
}

export const telegram: HostedPlatform = {
  platform: 'telegram',
  mainHost: 't.me',
  pageHost: (host) =>
    host === WEB_CLIENT
      ? WEB_CLIENT
      : foldHosts('t.me', /^www\.t\.me$|^(www\.)?telegram\.(me|dog)$/, NAME_HOST)(host),
  noise: [],
  recognise(url) {
    if (url.host === WEB_CLIENT) return webClient(url);
    const subdomain = NAME_HOST.exec(url.host)?.[1];
    if (subdomain !== undefined) return publicLink([subdomain, ...url.segments]);
    const [first, ...rest] = url.segments;
    if (first === 'c') return privateMessage(rest);
    // The preview pages, t.me/s/name/1. No channel can be called `s`: names have four characters or more.
    return publicLink(first === 's' ? rest : url.segments);
  },
};
