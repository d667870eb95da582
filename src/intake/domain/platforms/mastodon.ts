import type { SplitUrl } from '../split-url.js';
import type { FederatedPlatform, Recognised } from './platform.js';

/**
 * Any host may run Mastodon, so the address alone must tell: `/@user/digits` with an id of the length that Mastodon has
 * made since 2017 counts on any host, shorter and older ids only where the host's name says Mastodon.
 */
const SNOWFLAKE = /^\d{17,19}$/;
const ANY_ID = /^\d{1,19}$/;
const TELLING_HOST = /(^|[.-])(mastodon|mstdn|masto)[a-z0-9-]*\./;

const LOCAL_NAME = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_])?$/;
const REMOTE_HOST = /^[A-Za-z0-9.-]{1,253}$/;

interface Status {
  /** `user`, or `user@host` of an account of another server. */
  readonly account: string;
  readonly id: string;
}

function isAccount(account: string): boolean {
  const [name = '', host, ...more] = account.split('@');
  return more.length === 0 && LOCAL_NAME.test(name) && (host === undefined || REMOTE_HOST.test(host));
}

function statusOf(segments: readonly string[]): Status | null {
  const [first = '', second = '', third = '', fourth = ''] = segments;
  // The signed-in views: /web/@user/1 and /deck/@user/1.
  if (['web', 'deck'].includes(first) && second.startsWith('@')) return statusOf(segments.slice(1));
  const isView = ['', 'embed'].includes(third);
  if (first.startsWith('@') && isView) return { account: first.slice(1), id: second };
  return first === 'users' && third === 'statuses' ? { account: second, id: fourth } : null;
}

function recogniseStatus(url: SplitUrl): Recognised | null {
  const status = statusOf(url.segments.map((segment) => segment.replaceAll('%40', '@')));
  if (status === null || !isAccount(status.account)) return null;
  const ids = TELLING_HOST.test(url.host) ? ANY_ID : SNOWFLAKE;
  if (!ids.test(status.id)) return null;
  return {
    path: `/@${status.account.toLowerCase()}/${status.id}`,
    kind: 'post',
    postId: status.id,
    accountHandle: status.account.includes('@') ? status.account : `${status.account}@${url.host}`,
  };
}

export const mastodon: FederatedPlatform = { platform: 'mastodon', recognise: recogniseStatus };
