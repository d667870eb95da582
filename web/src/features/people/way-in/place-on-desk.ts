const DESK = 'http://desk.invalid';

/**
 * Where somebody goes after signing in. The address bar says so, and whoever made a link may have written it: only a place on
 * this desk counts, as a browser reads it, which drops line breaks and takes `\\` for `/`.
 */
export function placeOnDesk(next: unknown): string {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, DESK)) return '/inbox';
  const { origin, pathname, search, hash } = new URL(next, DESK);
  // `/.//elsewhere` becomes `//elsewhere`, which is another host's address again.
  const isOwn = origin === DESK && !pathname.startsWith('//') && pathname !== '/sign-in';
  return isOwn ? `${pathname}${search}${hash}` : '/inbox';
}
