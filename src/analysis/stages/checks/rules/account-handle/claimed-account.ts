import { foldAccount, type AccountName } from '../../../../../shared/fold-account.js';
import type { ClaimFacts } from '../../domain/facts.js';

/** Platforms by the hosts of their profile links. */
const HOSTS: readonly (readonly [RegExp, string])[] = [
  [/(^|\.)(x|twitter)\.com$/, 'x'],
  [/(^|\.)tiktok\.com$/, 'tiktok'],
  [/(^|\.)instagram\.com$/, 'instagram'],
  [/(^|\.)(facebook|fb)\.com$/, 'facebook'],
  [/(^|\.)(t|telegram)\.me$/, 'telegram'],
  [/(^|\.)youtube\.com$/, 'youtube'],
  [/(^|\.)vk\.com$/, 'vk'],
];

/** The account that a source claim names, by its handle or by a link to its profile; undefined when it names none. */
export function claimedAccount({ value }: ClaimFacts): AccountName | undefined {
  const { handle, platform } = value;
  if (typeof handle !== 'string') return undefined;
  const said = typeof platform === 'string' ? platform : null;
  const profile = profileOf(handle);
  return profile === undefined
    ? foldAccount(said, handle)
    : foldAccount(said ?? profile.platform, profile.handle);
}

function profileOf(handle: string): { platform: string | null; handle: string } | undefined {
  const url = /^https?:\/\//i.test(handle.trim()) ? URL.parse(handle.trim()) : null;
  const name = url?.pathname.split('/').find((segment) => segment !== '' && segment !== 's');
  if (url === null || name === undefined) return undefined;
  const host = url.hostname.replace(/^(www|m|mobile)\./, '');
  return { platform: HOSTS.find(([pattern]) => pattern.test(host))?.[1] ?? null, handle: name };
}
