import { readCoordinateText } from './coordinate-text.js';
import { readMgrs, readPlusCode } from './grid-codes.js';
import { readGeoUri, readMapLink } from './map-link.js';
import { plainCharacters } from './plain-characters.js';
import { unreadable, type PointReading } from './point-reading.js';

const LONGEST = 2_000;

/**
 * Reads one point from what people write: degrees in their many forms, MGRS, full Plus codes, `geo:` (RFC 5870) and links of
 * well-known maps. Never guesses: what could be read in two ways, or lies beyond the globe, is answered with the reason.
 */
export function readCoordinates(written: string): PointReading {
  if (written.length > LONGEST) return unreadable(`longer than ${LONGEST} characters`);
  const link = written.trim();
  const text = plainCharacters(written);
  return (
    readGeoUri(link) ?? readMapLink(link) ?? readPlusCode(text) ?? readMgrs(text) ?? readCoordinateText(text)
  );
}
