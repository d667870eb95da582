import type { SplitUrl } from '../split-url.js';
import { foldHosts, type HostedPlatform, type Recognised } from './platform.js';

/** media. may be asked for a smaller copy; the attachment is the same. */
const DELIVERY_HOSTS = /^(cdn\.discordapp\.com|media\.discordapp\.net)$/;
const MESSAGE = /^\/channels\/(@me|%40me|\d{15,20})\/(\d{15,20})\/(\d{15,20})\/?$/;
const ATTACHMENT = /^\/(?:ephemeral-)?attachments\/\d{15,20}\/(\d{15,20})\/[^/]+$/;

/**
 * `ex`, `is` and `hm` are expiry, issue time and signature, new for every viewer (Discord developer documentation,
 * "Signed attachment CDN URLs"); the rest asks for a smaller or converted copy.
 */
const DELIVERY = ['ex', 'is', 'hm', 'width', 'height', 'format', 'quality', 'size'];

function attachment({ path }: SplitUrl): Recognised | null {
  const [, id] = ATTACHMENT.exec(path) ?? [];
  if (id === undefined) return null;
  return { host: 'cdn.discordapp.com', path, kind: 'media', postId: id, drop: DELIVERY };
}

export const discord: HostedPlatform = {
  platform: 'discord',
  mainHost: 'discord.com',
  pageHost: foldHosts('discord.com', /^((www|ptb|canary)\.)?(discord|discordapp)\.com$/, DELIVERY_HOSTS),
  noise: [],
  recognise(url) {
    if (DELIVERY_HOSTS.test(url.host)) return attachment(url);
    const [, server, channel, id] = MESSAGE.exec(url.path) ?? [];
    if (server === undefined || channel === undefined || id === undefined) return null;
    return { path: `/channels/${server.replace('%40', '@')}/${channel}/${id}`, kind: 'post', postId: id };
  },
};
