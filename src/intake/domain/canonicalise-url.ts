import type { CanonicalUrl } from './canonical-url.js';
import { isMediaPath } from './media-extension.js';
import type { HostedPlatform, Recognised } from './platforms/platform.js';
import { FEDERATED_PLATFORMS, HOSTED_PLATFORMS } from './platforms/registry.js';
import { redirectTarget } from './redirectors.js';
import { type SplitUrl, splitUrl } from './split-url.js';
import { MAX_URL_BYTES, parseSubmittedUrl, rejected } from './submitted-url.js';
import { isTracking } from './tracking-parameters.js';

interface Home {
  readonly platform: HostedPlatform;
  readonly pageHost: string;
}

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
/** Web applications that keep the opened chat or folder in a fragment of any form. */
const FRAGMENT_HOSTS = new Set(['web.telegram.org', 'mega.nz']);

function origin(url: SplitUrl): string {
  return `${url.scheme}://${url.host}${url.port === '' ? '' : `:${url.port}`}`;
}

/**
 * Parameters keep the submitted order: sorting would merge links whose servers read the order (repeated names, signed
 * queries), and a wrong merge of two clips costs more than a missed duplicate.
 */
function queryText(
  url: SplitUrl,
  drop: readonly string[] = [],
  identity: Recognised['identity'] = [],
): string {
  const dropped = new Set([...drop, ...identity.map(([name]) => name)]);
  const kept = url.query.filter((item) => !dropped.has(item.name) && !isTracking(item.name, url.host));
  const items = [...identity.map(([name, value]) => `${name}=${value}`), ...kept.map((item) => item.raw)];
  return items.length === 0 ? '' : `?${items.join('&')}`;
}

/** Fragments are places within a page and go, except where they are the route of a client-side application. */
function routeText({ host, fragment }: SplitUrl): string {
  const isRoute = /^[!/]/.test(fragment) || (fragment !== '' && FRAGMENT_HOSTS.has(host));
  return isRoute ? `#${fragment}` : '';
}

function page(url: SplitUrl, at: string, home: Home | null): CanonicalUrl {
  const name = (url.segments.at(-1) ?? '').replace(/\.[a-z0-9]{1,5}$/i, '');
  return {
    canonical: `${at}${url.path}${queryText(url, home?.platform.noise)}${routeText(url)}`,
    platform: home?.platform.platform ?? 'web',
    postId: home === null && UUID_V7.test(name) ? name.toLowerCase() : null,
    accountHandle: null,
    kind: isMediaPath(url.segments) ? 'media' : 'page',
  };
}

function named(
  url: SplitUrl,
  at: string,
  { platform, noise = [] }: Pick<HostedPlatform, 'platform'> & Partial<HostedPlatform>,
  found: Recognised,
): CanonicalUrl {
  return {
    canonical: `${at}${found.path}${queryText(url, [...noise, ...(found.drop ?? [])], found.identity)}`,
    platform,
    postId: found.postId ?? null,
    accountHandle: found.accountHandle ?? null,
    kind: found.kind,
  };
}

function homeOf(url: SplitUrl): Home | null {
  // A platform answers on the usual ports only; anything else under its name is some other server.
  if (url.port !== '') return null;
  for (const platform of HOSTED_PLATFORMS) {
    const pageHost = platform.pageHost(url.host);
    if (pageHost !== undefined) return { platform, pageHost };
  }
  return null;
}

function onPlatform(url: SplitUrl, home: Home): CanonicalUrl {
  const found = home.platform.recognise(url);
  if (found === null) return page(url, `https://${home.pageHost}`, home);
  return named(url, `https://${found.host ?? home.platform.mainHost}`, home.platform, found);
}

function onAnyHost(url: SplitUrl): CanonicalUrl {
  for (const platform of FEDERATED_PLATFORMS) {
    const found = platform.recognise(url);
    if (found !== null) return named(url, origin(url), platform, found);
  }
  return page(url, origin(url), null);
}

/** The address behind a redirector page, when it is itself acceptable. Always shorter than the page's own address. */
function behind(url: SplitUrl): SplitUrl | null {
  const target = url.port === '' ? redirectTarget(url, homeOf(url)?.pageHost ?? url.host) : null;
  if (target === null) return null;
  const parsed = parseSubmittedUrl(target);
  return parsed instanceof URL ? splitUrl(parsed) : null;
}

/**
 * The canonical form of a submitted link, with what it says about the post. Asks nobody, so short links that only their
 * platform can resolve stay short links. Canonicalising a canonical form gives the same form.
 *
 * On known platforms: https, the platform's main host, the post's id, no tracking or display parameters. Elsewhere:
 * RFC 3986 §6.2.2 syntax only (scheme, `www.`, `m.`, trailing slash and parameter order stay, for they may matter).
 * Unknown parameters stay everywhere.
 *
 * @throws InvalidInputError `url_rejected` (empty, over 8192 bytes, control characters, credentials, malformed) or
 *   `unsupported_url` (scheme other than http and https)
 */
export function canonicaliseUrl(submitted: string): CanonicalUrl {
  const parsed = parseSubmittedUrl(submitted);
  if (!(parsed instanceof URL)) throw parsed;
  let url = splitUrl(parsed);
  for (let next = behind(url); next !== null; next = behind(url)) url = next;
  const home = homeOf(url);
  const result = home === null ? onAnyHost(url) : onPlatform(url, home);
  if (Buffer.byteLength(result.canonical) > MAX_URL_BYTES)
    throw rejected(`The link is longer than ${MAX_URL_BYTES} bytes when written in full.`);
  return result;
}
