// oxlint-disable-next-line import/default -- Node loads the CommonJS build, which has no named exports
import mgrs from 'mgrs';
import openLocationCode from 'open-location-code';
import { METRES_PER_DEGREE, pointOf, unreadable, type PointReading } from './point-reading.js';

const MGRS = /^(\d{1,2})\s*([C-HJ-NP-X])\s*([A-HJ-NP-Z]{2})\s*(\d*)\s*(\d*)$/i;
const PLUS_CODE = /^[23456789CFGHJMPQRVWX0]{2,8}\+[23456789CFGHJMPQRVWX]*/i;
const olc = new openLocationCode.OpenLocationCode();

/** Military grid reference (MGRS): the middle of the named square. Undefined when the text has not its form. */
export function readMgrs(text: string): PointReading | undefined {
  const match = MGRS.exec(text);
  if (match === null) return undefined;
  const [, zone = '', band = '', square = '', easting = '', northing = ''] = match;
  const digits = easting + northing;
  const uneven = northing !== '' && easting.length !== northing.length;
  if (digits.length % 2 === 1 || digits.length > 10 || uneven)
    return unreadable(`read ${text} as an MGRS reference, whose easting and northing differ in length`);
  const reference = `${Number(zone)}${band}${square}${digits}`.toUpperCase();
  const box = mgrsBox(reference);
  const accuracy = digits.length / 2;
  if (box === undefined || !isSquare(reference, box, accuracy))
    return unreadable(`read ${text} as an MGRS reference, but there is no such square`);
  const [west, south, east, north] = box;
  return pointOf((south + north) / 2, (west + east) / 2, 'mgrs', 10 ** (5 - accuracy));
}

type Box = readonly [west: number, south: number, east: number, north: number];

function mgrsBox(reference: string): Box | undefined {
  try {
    return mgrs.inverse(reference);
  } catch (error) {
    // The library throws on letters that name no square, with errors of several kinds.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

/** The library computes squares beyond their band or zone without a word; those do not lead back to themselves. */
function isSquare(reference: string, box: Box, accuracy: number): boolean {
  const [west, south, east, north] = box;
  const inside = [0.5, 0.01, 0.99].flatMap((x) =>
    [0.5, 0.01, 0.99].map((y): [number, number] => [west + (east - west) * x, south + (north - south) * y]),
  );
  return inside
    .filter(([, lat]) => lat >= -80 && lat <= 84)
    .some((point) => mgrs.forward(point, accuracy) === reference);
}

/** Full Open Location Code (Plus code): the middle of its cell. Undefined when the text has not its form. */
export function readPlusCode(text: string): PointReading | undefined {
  const code = PLUS_CODE.exec(text)?.[0];
  if (code === undefined) return undefined;
  if (!olc.isFull(code.toUpperCase()) || code !== text)
    return unreadable(
      'a Plus code is read only in full, such as 8G7RQMXX+XX: a short one needs a place to start from',
    );
  const cell = olc.decode(code.toUpperCase());
  const heightM = (cell.latitudeHi - cell.latitudeLo) * METRES_PER_DEGREE;
  return pointOf(cell.latitudeCenter, cell.longitudeCenter, 'plus_code', heightM);
}
