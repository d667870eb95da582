/** Kept while the page is redrawn in another language. */
let taken: string | null = null;

/** The secret behind the hash, taken out of the address: it must not stay in the history or on a screen that is shared. */
export function takeToken(
  place: Pick<Location, 'hash' | 'pathname'>,
  past: Pick<History, 'replaceState' | 'state'>,
): string | null {
  const token = new URLSearchParams(place.hash.slice(1)).get('token');
  if (token !== null && token !== '') {
    past.replaceState(past.state, '', place.pathname);
    taken = token;
  }
  return taken;
}
