import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A row of GeoNames' main table: id, name, other names, position, country, first-order division, population. */
export function geonamesRow(place: {
  id: number;
  name: string;
  names?: readonly string[];
  lat: number;
  lon: number;
  kind?: readonly [string, string];
  country?: string;
  admin1?: string;
  population?: number;
}): string {
  const { id, name, names = [], lat, lon, kind = ['P', 'PPL'], country = '', admin1 = '' } = place;
  const cells = [id, name, name, names.join(','), lat, lon, ...kind, country, '', admin1, '', '', ''];
  return [...cells, place.population ?? 0, '', 0, 'Asia/Damascus', '2020-01-01'].join('\t');
}

/** Some places of the table that comes with the desk (GeoNames, CC BY 4.0), for a desk to read in at its start. */
export const SOME_PLACES = [
  { id: 169389, name: 'Idlib', names: ['إدلب'], lat: 35.93062, lon: 36.63393, population: 128840 },
  {
    id: 164816,
    name: 'Sarāqib',
    names: ['Saraqeb', 'سراقب'],
    lat: 35.86447,
    lon: 36.80591,
    population: 34231,
  },
  { id: 173811, name: 'Ma‘arrat an Nu‘mān', names: ['معرة النعمان'], lat: 35.64, lon: 36.67 },
].map((place) =>
  geonamesRow({
    ...place,
    country: 'SY',
    admin1: '12',
    kind: place.id === 169389 ? ['P', 'PPLA'] : ['P', 'PPL'],
  }),
);

/** Springfields, so that a name may be ambiguous. */
export const SPRINGFIELDS = [
  { id: 4951788, lat: 42.10148, lon: -72.58981, admin1: 'MA', population: 154341 },
  { id: 4409896, lat: 37.21533, lon: -93.29824, admin1: 'MO', population: 166810 },
  { id: 4250542, lat: 39.80172, lon: -89.64371, admin1: 'IL', population: 116565 },
].map((place) => geonamesRow({ name: 'Springfield', country: 'US', ...place }));

export async function writePlaceTable(folder: string, rows: readonly string[]): Promise<string> {
  const path = join(folder, 'places.txt');
  await writeFile(path, `${rows.join('\n')}\n`);
  return path;
}
