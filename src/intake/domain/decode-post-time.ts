import type { CanonicalUrl, Platform } from './canonical-url.js';
import {
  blueskyTidMs,
  discordSnowflakeMs,
  instagramIdMs,
  instagramMediaId,
  mastodonIdMs,
  tiktokIdMs,
  uuidV7Ms,
  xSnowflakeMs,
} from './id-times.js';

export type PostTimeMethod =
  | 'x-snowflake'
  | 'tiktok-id'
  | 'discord-snowflake'
  | 'mastodon-id'
  | 'bluesky-tid'
  | 'uuidv7'
  | 'instagram-shortcode';

export interface DecodedPostTime {
  /** RFC 3339, UTC, milliseconds. */
  readonly at: string;
  /** What the id resolves; finer digits of `at` are zero. */
  readonly precision: 'millisecond' | 'second';
  readonly method: PostTimeMethod;
  /** What the time stands for and who could have set it: to be shown wherever the time is. */
  readonly caveat: string;
}

interface IdClock {
  readonly method: PostTimeMethod;
  readonly precision: DecodedPostTime['precision'];
  /** Ids that decode to an earlier time were not made by this scheme. */
  readonly notBefore: string;
  readonly caveat: string;
  read(postId: string): number | null;
}

const X: IdClock = {
  method: 'x-snowflake',
  precision: 'millisecond',
  // Sequential ids, in use until the evening of this day, decode to its first hours.
  notBefore: '2010-11-04T12:00:00.000Z',
  caveat: 'Set by X when the post was made. The clip may be older than the post.',
  read: xSnowflakeMs,
};

const TIKTOK: IdClock = {
  method: 'tiktok-id',
  precision: 'second',
  notBefore: '2016-09-01T00:00:00.000Z',
  caveat:
    'Set by TikTok when the upload began: seconds to a minute before the shown time, more for drafts and scheduled posts. The clip may be older.',
  read: tiktokIdMs,
};

const DISCORD: IdClock = {
  method: 'discord-snowflake',
  precision: 'millisecond',
  notBefore: '2015-05-13T00:00:00.000Z',
  caveat: 'Set by Discord when the message was sent or the file uploaded. The clip may be older.',
  read: discordSnowflakeMs,
};

const MASTODON: IdClock = {
  method: 'mastodon-id',
  precision: 'millisecond',
  notBefore: '2016-03-16T00:00:00.000Z',
  caveat:
    'Set by the server in the link, if it runs Mastodon or a fork. For posts copied from other servers it is the time that the other server stated, which its operator can choose.',
  read: mastodonIdMs,
};

const BLUESKY: IdClock = {
  method: 'bluesky-tid',
  precision: 'millisecond',
  notBefore: '2022-11-01T00:00:00.000Z',
  caveat: "Chosen by the author's own program, not by Bluesky: it can be any time that the author wished.",
  read: blueskyTidMs,
};

/** Stories carry the media id itself; a shortcode of digits alone is shorter. */
const STORY_ID = /^\d{15,20}$/;
const STORIES_SINCE_MS = Date.parse('2016-08-02T00:00:00.000Z');

/** Highlights have numbers of another kind under the same path, which decode to years before there were stories. */
function storyMs(id: string): number | null {
  const ms = instagramIdMs(id);
  return ms !== null && ms >= STORIES_SINCE_MS ? ms : null;
}

const INSTAGRAM: IdClock = {
  method: 'instagram-shortcode',
  precision: 'millisecond',
  // Posts of the first year have sequential ids, which decode to the first moments after the epoch.
  notBefore: '2011-08-26T00:00:00.000Z',
  caveat:
    'When Instagram made the media id, with an epoch that is measured, not published. Usually within a minute before the shown time, but hours or days for scheduled, long or draft uploads. The clip may be older.',
  read(postId) {
    if (STORY_ID.test(postId)) return storyMs(postId);
    const id = instagramMediaId(postId);
    return id === null ? null : instagramIdMs(id);
  },
};

const UUID_V7: IdClock = {
  method: 'uuidv7',
  precision: 'millisecond',
  // The first draft that proposed version 7 is of 2021.
  notBefore: '2021-01-01T00:00:00.000Z',
  caveat:
    'When the site made this id (RFC 9562 version 7), by a clock that the site controls; not always the time of posting.',
  read: uuidV7Ms,
};

const CLOCKS: Readonly<Record<Platform | 'web', IdClock | null>> = {
  x: X,
  tiktok: TIKTOK,
  discord: DISCORD,
  mastodon: MASTODON,
  bluesky: BLUESKY,
  instagram: INSTAGRAM,
  web: UUID_V7,
  youtube: null,
  facebook: null,
  telegram: null,
  reddit: null,
  vimeo: null,
  dailymotion: null,
  vk: null,
};

/** Clocks of platforms and of this machine disagree by less. */
const CLOCK_TOLERANCE_MS = 24 * 60 * 60 * 1000;

/**
 * The time that the post's id carries, found without asking anybody. Null when the platform's ids carry none, or when the
 * id decodes to a time before the platform made such ids or more than a day after `now`: then it is no such id.
 */
export function decodePostTime(url: CanonicalUrl, now: Date): DecodedPostTime | null {
  const clock = CLOCKS[url.platform];
  if (clock === null || url.postId === null) return null;
  const ms = clock.read(url.postId);
  if (ms === null || ms < Date.parse(clock.notBefore) || ms > now.getTime() + CLOCK_TOLERANCE_MS) return null;
  const { method, precision, caveat } = clock;
  return { at: new Date(ms).toISOString(), precision, method, caveat };
}
