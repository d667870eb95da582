/** What a browser says of the page that made the request; other programs send none of it. */
export interface Provenance {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly secFetchSite: string | undefined;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that rests on a cookie came from no page but the desk's own. `Sec-Fetch-Site` cannot be set by a page
 * (Fetch Metadata §2), so it decides where it is sent; else an `Origin` must be the desk's. A browser sends one with every
 * method that changes something (Fetch, "append a request Origin header"): who sends neither is a program.
 */
export function isOwnPage(from: Provenance, publicOrigin: string | null): boolean {
  if (SAFE_METHODS.has(from.method)) return true;
  if (from.secFetchSite !== undefined) return from.secFetchSite === 'same-origin';
  return from.origin === undefined || isOwnOrigin(from, publicOrigin);
}

/** For requests that need no cookie (signing in): only what a foreign page sent is refused. */
export function isForeignPage(from: Provenance, publicOrigin: string | null): boolean {
  if (from.secFetchSite !== undefined) return !['same-origin', 'none'].includes(from.secFetchSite);
  return from.origin !== undefined && !isOwnOrigin(from, publicOrigin);
}

function isOwnOrigin({ origin, host }: Provenance, publicOrigin: string | null): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false;
  if (publicOrigin !== null && origin === publicOrigin) return true;
  // The scheme is not compared: behind a proxy that ends TLS we cannot know which one the browser used.
  return host !== undefined && new URL(origin).host === host.toLowerCase();
}
