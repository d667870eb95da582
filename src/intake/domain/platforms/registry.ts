import { bluesky } from './bluesky.js';
import { dailymotion } from './dailymotion.js';
import { discord } from './discord.js';
import { facebook } from './facebook.js';
import { instagram } from './instagram.js';
import { mastodon } from './mastodon.js';
import type { FederatedPlatform, HostedPlatform } from './platform.js';
import { reddit } from './reddit.js';
import { telegram } from './telegram.js';
import { tiktok } from './tiktok.js';
import { vimeo } from './vimeo.js';
import { vk } from './vk.js';
import { x } from './x.js';
import { youtube } from './youtube.js';

/** Platforms with hosts of their own, in any order: no host belongs to two. */
export const HOSTED_PLATFORMS: readonly HostedPlatform[] = [
  youtube,
  x,
  facebook,
  instagram,
  telegram,
  tiktok,
  reddit,
  vimeo,
  dailymotion,
  vk,
  bluesky,
  discord,
];

/** Platforms that may stand on any host: asked only when no hosted platform claims it. */
export const FEDERATED_PLATFORMS: readonly FederatedPlatform[] = [mastodon];
