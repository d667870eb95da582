/** What a link to the wall screen carries. The token stands behind the `#`, which browsers send to nobody. */
export function wallLink(origin: string, token: string, language: string): string {
  const query = language === 'en' ? '' : `?lang=${language}`;
  return `${origin}/wall${query}#token=${encodeURIComponent(token)}`;
}

/** What a token may consist of; anything else is no token, and must not come near a header. */
const TOKEN = /^[A-Za-z0-9._~+/=-]{1,512}$/;

/** The token in an address's fragment; null when there is none or it cannot be one. */
export function tokenInFragment(fragment: string): string | null {
  const given = new URLSearchParams(fragment.replace(/^#/, '')).get('token');
  return given !== null && TOKEN.test(given) ? given : null;
}
