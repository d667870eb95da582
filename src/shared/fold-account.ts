export interface AccountName {
  /** Lower case; `unknown` when nobody said. */
  readonly platform: string;
  /** As written, without the leading @ and the spaces around it. */
  readonly handle: string;
  /** What tells accounts of one platform apart: two spellings with one key are one account. */
  readonly key: string;
}

/** What people call platforms that the links' canonicaliser knows by another word. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  twitter: 'x',
  'twitter.com': 'x',
  'x.com': 'x',
  fb: 'facebook',
  'facebook.com': 'facebook',
  ig: 'instagram',
  insta: 'instagram',
  'instagram.com': 'instagram',
  tg: 'telegram',
  't.me': 'telegram',
  yt: 'youtube',
  'youtube.com': 'youtube',
  'tiktok.com': 'tiktok',
  vkontakte: 'vk',
  'vk.com': 'vk',
};

/** Channel ids of YouTube tell upper from lower case; handles of every platform known here do not. */
const CASE_MATTERS = /^UC[\w-]{22}$/;

/**
 * One account, however a link or a person writes it. Invisible direction marks and the form of composed letters (NFKC) are
 * folded in the key and kept in the handle. Undefined when nothing is left to tell the account by.
 */
export function foldAccount(platform: string | null, handle: string): AccountName | undefined {
  const said = (platform ?? '').trim().toLowerCase();
  const shown = handle.trim().replace(/^@+/, '').trim();
  const bare = shown.normalize('NFKC').replaceAll(/\p{Cf}/gu, '');
  if (bare === '') return undefined;
  return {
    platform: said === '' ? 'unknown' : (OTHER_NAMES[said] ?? said),
    handle: shown,
    key: CASE_MATTERS.test(bare) ? bare : bare.toLowerCase(),
  };
}
