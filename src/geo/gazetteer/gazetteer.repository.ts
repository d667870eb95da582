import { sql } from 'kysely';
import type { Executor, Tx } from '../../platform/db/database.js';
import { sha256Hex } from '../../shared/sha256.js';
import type { PlaceRow } from '../domain/place-row.js';
import type { EarthPoint } from '../domain/sky.js';

export interface FoundPlace {
  readonly id: number;
  readonly name: string;
  readonly matched: string;
  readonly similarity: number;
  readonly lat: number;
  readonly lon: number;
  readonly feature: string | null;
  readonly country_code: string | null;
  readonly admin1: string | null;
  readonly population: number;
  readonly import_id: string | null;
  readonly region_name: string | null;
  readonly region_seat: string | null;
}

/** Ids from here upwards are of this desk. */
export const FIRST_LOCAL_ID = 1_000_000_000_000;

/** Owns `gazetteer_place` and `gazetteer_name`. */
export class GazetteerRepository {
  async find(on: Executor, name: string, near: EarthPoint | null, limit: number): Promise<FoundPlace[]> {
    const { rows } = await sql<FoundPlace>`
      select p.id, p.name, f.matched, f.similarity, p.lat, p.lon, p.feature, p.country_code, p.admin1, p.population,
        p.import_id, region.name as region_name, seat.name as region_seat
      from gazetteer_find(${name}, ${near?.latDeg ?? null}, ${near?.lonDeg ?? null}, ${limit})
        with ordinality as f (place_id, matched, similarity, nth)
      join gazetteer_place p on p.id = f.place_id
      left join lateral (
        select r.name from gazetteer_place r
        where r.country_code = p.country_code and r.admin1 = p.admin1 and r.feature = 'A.ADM1' order by r.id limit 1
      ) as region on true
      left join lateral (
        select s.name from gazetteer_place s
        where s.country_code = p.country_code and s.admin1 = p.admin1 and s.feature in ('P.PPLA', 'P.PPLC')
        order by s.feature, s.population desc, s.id limit 1
      ) as seat on true
      order by f.nth`.execute(on);
    return rows;
  }

  /**
   * Writes places with all their names; a place that is there takes over what is given. What came with the desk never
   * changes what was imported.
   * @returns how many places and spellings were written
   */
  async put(
    tx: Tx,
    rows: readonly PlaceRow[],
    importId: string | null,
  ): Promise<{ places: number; names: number }> {
    // One statement may not change a row twice.
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    const keys = [...byKey.keys()];
    const given = [...byKey.values()];
    const written = await insertPlaces(tx, keys, given, importId);
    const names = written.flatMap(({ id, nth }) => (given[nth - 1]?.names ?? []).map((name) => [id, name]));
    if (names.length === 0) return { places: 0, names: 0 };
    const { rows: counted } = await sql<{ names: number }>`select gazetteer_name_places(
      ${names.map(([id]) => id)}::bigint[], ${names.map(([, name]) => name)}::text[]) as names`.execute(tx);
    return { places: written.length, names: counted[0]?.names ?? 0 };
  }
}

async function insertPlaces(
  tx: Tx,
  keys: readonly string[],
  rows: readonly PlaceRow[],
  importId: string | null,
): Promise<{ id: number; nth: number }[]> {
  const { rows: written } = await sql<{ id: number; nth: number }>`
    with given as (
      select coalesce(g.geonames_id, known.id, nextval('gazetteer_local_id')) as id, g.*
      from unnest(${rows.map((row) => row.geonamesId)}::bigint[], ${keys}::text[],
        ${rows.map((row) => row.name)}::text[], ${rows.map((row) => row.latDeg)}::float8[],
        ${rows.map((row) => row.lonDeg)}::float8[], ${rows.map((row) => row.feature)}::text[],
        ${rows.map((row) => row.countryCode)}::text[], ${rows.map((row) => row.admin1)}::text[],
        ${rows.map((row) => row.population)}::bigint[])
        with ordinality as g (geonames_id, key, name, lat, lon, feature, country_code, admin1, population, nth)
      left join gazetteer_place known on g.geonames_id is null and known.local_key = g.key
    ), put as (
      insert into gazetteer_place
        (id, local_key, name, lat, lon, feature, country_code, admin1, population, import_id)
      select id, case when geonames_id is null then key end, name, lat, lon, feature, country_code, admin1, population,
        ${importId}::uuid
      from given
      on conflict (id) do update set name = excluded.name, lat = excluded.lat, lon = excluded.lon,
        feature = excluded.feature, country_code = excluded.country_code, admin1 = excluded.admin1,
        population = excluded.population, import_id = excluded.import_id
      where excluded.import_id is not null or gazetteer_place.import_id is null
      returning id
    )
    select put.id, given.nth from put join given using (id)`.execute(tx);
  return written;
}

/** A place of a table without ids is known by its name and where it lies. */
function keyOf({ geonamesId, name, latDeg, lonDeg }: PlaceRow): string {
  return geonamesId === null ? sha256Hex(JSON.stringify([name, latDeg, lonDeg])) : String(geonamesId);
}
