/**
 * Reading the time out of ids. Each function gives milliseconds since 1970 (UTC), or null when the text is not of the
 * id's form; whether the time is plausible is for the caller to say.
 */

const DECIMAL = /^\d{1,20}$/;
const UINT64_LIMIT = 1n << 64n;

function uint64(text: string): bigint | null {
  if (!DECIMAL.test(text)) return null;
  const value = BigInt(text);
  return value < UINT64_LIMIT ? value : null;
}

function shifted(text: string, bits: bigint, epochMs: number): number | null {
  const value = uint64(text);
  return value === null ? null : Number(value >> bits) + epochMs;
}

/** 41 bits of milliseconds since 2010-11-04T01:42:54.657Z (twitter-archive/snowflake, IdWorker.scala `twepoch`). */
export function xSnowflakeMs(id: string): number | null {
  return shifted(id, 22n, 1_288_834_974_657);
}

/** 42 bits of milliseconds since 2015-01-01 (Discord developer documentation, "Snowflakes"). */
export function discordSnowflakeMs(id: string): number | null {
  return shifted(id, 22n, 1_420_070_400_000);
}

/** The upper 32 bits are Unix seconds (Ryan Benson, "Tinkering with TikTok Timestamps", DFIR Review 2020). */
export function tiktokIdMs(id: string): number | null {
  const seconds = shifted(id, 32n, 0);
  return seconds === null ? null : seconds * 1000;
}

/** 48 bits of Unix milliseconds (mastodon/mastodon, lib/mastodon/snowflake.rb). */
export function mastodonIdMs(id: string): number | null {
  return shifted(id, 16n, 0);
}

/**
 * 41 bits of milliseconds since 2011-08-24T21:07:01.721Z. The layout is Instagram's own ("Sharding & IDs at Instagram",
 * 2012); the epoch in use is not published but measured from posts (WS-DL blog, 2021-02-20, and others).
 */
export function instagramIdMs(id: string): number | null {
  return shifted(id, 23n, 1_314_220_021_721);
}

const BASE64_URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PRIVATE_SUFFIX_LENGTH = 28;

/** The numeric media id that an Instagram shortcode writes in base 64; the 28 further characters of private posts are a key. */
export function instagramMediaId(shortcode: string): string | null {
  const code =
    shortcode.length > PRIVATE_SUFFIX_LENGTH ? shortcode.slice(0, -PRIVATE_SUFFIX_LENGTH) : shortcode;
  let id = 0n;
  for (const character of code) {
    const digit = BASE64_URL.indexOf(character);
    if (digit < 0) return null;
    id = id * 64n + BigInt(digit);
  }
  return code !== '' && id < UINT64_LIMIT ? id.toString() : null;
}

/** AT Protocol specification "TID": 13 characters, top bit 0, 53 bits of Unix microseconds, 10 bits of clock id. */
const TID = /^[234567a-j][234567a-z]{12}$/;
const BASE32_SORTABLE = '234567abcdefghijklmnopqrstuvwxyz';

export function blueskyTidMs(tid: string): number | null {
  if (!TID.test(tid)) return null;
  let value = 0n;
  for (const character of tid) value = value * 32n + BigInt(BASE32_SORTABLE.indexOf(character));
  return Number((value >> 10n) / 1000n);
}

const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** RFC 9562 §5.7: 48 bits of Unix milliseconds. */
export function uuidV7Ms(uuid: string): number | null {
  const [, high, low] = UUID_V7.exec(uuid) ?? [];
  return high === undefined || low === undefined ? null : Number.parseInt(high + low, 16);
}
