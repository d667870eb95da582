import { setWallToken } from '@/api/client';
import { tokenInFragment } from './wall-token';

const STORED = 'sightline.wall';

/**
 * The token of this tab's wall screen: out of the link that opened it, or what the tab kept over a reload. It leaves the
 * address bar, which people photograph and share; from here on requests carry it in a header.
 */
export function takeWallToken(): string | null {
  const given = tokenInFragment(location.hash);
  if (given !== null) sessionStorage.setItem(STORED, given);
  if (location.hash !== '') history.replaceState(history.state, '', `${location.pathname}${location.search}`);
  const token = given ?? sessionStorage.getItem(STORED);
  setWallToken(token);
  return token;
}
