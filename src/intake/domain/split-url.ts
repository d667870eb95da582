import { withoutTrailingDots } from './submitted-url.js';

export interface QueryItem {
  /** Decoded, lower case: what the tables of known parameters are matched with. */
  readonly name: string;
  /** Decoded; empty when the parameter has no value. */
  readonly value: string;
  /** As it goes into the canonical form. */
  readonly raw: string;
}

/** A web address in pieces, each already in RFC 3986 §6.2.2 normal form. */
export interface SplitUrl {
  readonly scheme: 'http' | 'https';
  /** Lower-case ASCII without a trailing dot; IPv6 in brackets. */
  readonly host: string;
  /** Empty for the scheme's own port. */
  readonly port: string;
  readonly path: string;
  /** The path's non-empty segments. */
  readonly segments: readonly string[];
  readonly query: readonly QueryItem[];
  readonly fragment: string;
}

const STRAY_PERCENT = /%(?![0-9a-f]{2})/gi;
const TRIPLET = /%([0-9a-f]{2})/gi;
const UNRESERVED = /[A-Za-z0-9\-._~]/;

/** RFC 3986 §6.2.2.1 and §6.2.2.2: upper-case triplets, unreserved characters plain. Applying it twice changes nothing. */
export function normalisePercent(text: string): string {
  // A lone percent sign would join decoded characters after it into a new triplet on the next pass.
  return text.replace(STRAY_PERCENT, '%25').replace(TRIPLET, (_, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : `%${hex.toUpperCase()}`;
  });
}

function queryItem(raw: string): QueryItem {
  const [name = '', value = ''] = [...new URLSearchParams(raw)][0] ?? [];
  return { name: name.toLowerCase(), value, raw };
}

export function splitUrl(url: URL): SplitUrl {
  const path = normalisePercent(url.pathname);
  return {
    scheme: url.protocol === 'http:' ? 'http' : 'https',
    host: withoutTrailingDots(url.hostname),
    port: url.port,
    path,
    segments: path.split('/').filter((segment) => segment !== ''),
    query: normalisePercent(url.search.slice(1))
      .split('&')
      .filter((item) => item !== '')
      .map(queryItem),
    fragment: normalisePercent(url.hash.slice(1)),
  };
}

/** The first value of a parameter; empty text counts as absent. */
export function parameter(url: SplitUrl, name: string): string | undefined {
  return url.query.find((item) => item.name === name && item.value !== '')?.value;
}

/** A path segment as people write it; as it stands when its triplets are no UTF-8. */
export function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
