import { cleanNames, degreesOf, type PlaceRow, type RowProblem } from './place-row.js';

/** Columns of the main table: https://download.geonames.org/export/dump/readme.txt */
const COLUMNS = 19;

/** One line of a GeoNames dump (`allCountries.txt`, `SY.txt`, `cities500.txt`). */
export function readGeonamesRow(line: string): PlaceRow | RowProblem {
  const cells = line.split('\t');
  if (cells.length !== COLUMNS) return { problem: `has ${cells.length} columns, not ${COLUMNS}` };
  const [id = '', name = '', ascii = '', alternates = '', lat = '', lon = '', kind = '', code = ''] = cells;
  const [country = '', , admin1 = '', , , , population = ''] = cells.slice(8);
  if (!/^[1-9]\d{0,9}$/.test(id)) return { problem: 'has no GeoNames id' };
  const [latDeg, lonDeg] = [degreesOf(lat, 90), degreesOf(lon, 180)];
  if (latDeg === null || lonDeg === null) return { problem: 'has no latitude and longitude' };
  // Alternates of three capitals are codes of airports, which a search in another script would take for names.
  const spoken = alternates.split(',').filter((alternate) => !/^[A-Z]{3}$/.test(alternate));
  const names = cleanNames([name, ascii, ...spoken]);
  const [first] = names;
  if (first === undefined) return { problem: 'has no name' };
  return {
    geonamesId: Number(id),
    name: first,
    names,
    latDeg,
    lonDeg,
    feature: /^[A-Z]$/.test(kind) && /^[A-Z0-9]{2,10}$/.test(code) ? `${kind}.${code}` : null,
    countryCode: /^[A-Z]{2}$/.test(country) ? country : null,
    admin1: /^[A-Za-z0-9]{1,20}$/.test(admin1) ? admin1 : null,
    population: populationOf(population),
  };
}

export function populationOf(text: string): number {
  return /^\d{1,11}$/.test(text) ? Number(text) : 0;
}
