import { populationOf } from './geonames-row.js';
import { cleanNames, degreesOf, type PlaceRow, type RowProblem } from './place-row.js';

/** What a comma-separated table of places may tell, by the head of its column. */
const COLUMNS = {
  name: ['name', 'place', 'asciiname'],
  lat: ['lat', 'latitude'],
  lon: ['lon', 'lng', 'long', 'longitude'],
  names: ['names', 'alternatenames', 'alternate_names', 'aliases'],
  country: ['country', 'countrycode', 'country_code'],
  admin1: ['admin1', 'admin1code', 'admin1_code'],
  population: ['population'],
  feature: ['feature'],
  geonamesId: ['geonameid', 'geonames_id', 'geonamesid'],
} as const;
type Column = keyof typeof COLUMNS;

export type CsvPlaceReader = (cells: readonly string[]) => PlaceRow | RowProblem;

/** How to read the rows below this head; further names of a place are separated by `;` or `|`. */
export function csvPlaceReader(head: readonly string[]): CsvPlaceReader | RowProblem {
  const heads = head.map((cell) =>
    cell
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const placeOf = new Map<Column, number>();
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const at = heads.findIndex((cell) => (COLUMNS[column] as readonly string[]).includes(cell));
    if (at >= 0) placeOf.set(column, at);
  }
  const missing = (['name', 'lat', 'lon'] as const).filter((column) => !placeOf.has(column));
  if (missing.length > 0)
    return { problem: `the first row names no column ${missing.join(', ')}: it needs name, lat and lon` };
  return (cells) => readRow(heads.length, cells, (column) => cells[placeOf.get(column) ?? -1]?.trim() ?? '');
}

function readRow(
  columns: number,
  cells: readonly string[],
  cell: (column: Column) => string,
): PlaceRow | RowProblem {
  if (cells.length > columns) return { problem: `has ${cells.length} columns, not ${columns}` };
  const [latDeg, lonDeg] = [degreesOf(cell('lat'), 90), degreesOf(cell('lon'), 180)];
  if (latDeg === null || lonDeg === null)
    return { problem: 'has no latitude and longitude in decimal degrees' };
  const names = cleanNames([cell('name'), ...cell('names').split(/[;|]/)]);
  const [first] = cleanNames([cell('name')]);
  if (first === undefined) return { problem: 'has no name of at most 200 characters' };
  const [country, admin1, id, feature] = [
    cell('country').toUpperCase(),
    cell('admin1'),
    cell('geonamesId'),
    cell('feature'),
  ];
  return {
    geonamesId: /^[1-9]\d{0,9}$/.test(id) ? Number(id) : null,
    name: first,
    names,
    latDeg,
    lonDeg,
    feature: /^[A-Z]\.[A-Z0-9]{2,10}$/.test(feature) ? feature : null,
    countryCode: /^[A-Z]{2}$/.test(country) ? country : null,
    admin1: /^[A-Za-z0-9]{1,20}$/.test(admin1) ? admin1 : null,
    population: populationOf(cell('population')),
  };
}
