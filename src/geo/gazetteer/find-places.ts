import { Injectable } from '@nestjs/common';
import type { Config } from '../../platform/config/config.js';
import type { Database } from '../../platform/db/database.js';
import { InjectConfig, InjectDatabase } from '../../platform/platform.tokens.js';
import { lineBetween } from '../domain/geodesic-line.js';
import type { EarthPoint } from '../domain/sky.js';
import { ATTRIBUTION, type GazetteerAnswer, type GazetteerPlace } from './gazetteer.contract.js';
import { GazetteerLoadRepository } from './gazetteer-load.repository.js';
import { FIRST_LOCAL_ID, GazetteerRepository, type FoundPlace } from './gazetteer.repository.js';

const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

/** Places by name, in any script and spelling. */
@Injectable()
export class FindPlaces {
  readonly #places = new GazetteerRepository();
  readonly #load = new GazetteerLoadRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    @InjectConfig() private readonly config: Pick<Config, 'gazetteer'>,
  ) {}

  async execute(name: string, near: EarthPoint | null, limit: number): Promise<GazetteerAnswer> {
    const found = await this.#places.find(this.db, name, near, limit);
    const progress = await this.#progress();
    return {
      items: found.map((place) => presentPlace(place, near)),
      nextCursor: null,
      ready: progress === 1,
      progress: Math.floor(progress * 1_000) / 1_000,
      attribution: ATTRIBUTION,
    };
  }

  async #progress(): Promise<number> {
    if (this.config.gazetteer === 'none') return 1;
    const state = await this.#load.find(this.db);
    return state === undefined ? 0 : state.bytesDone / Math.max(1, state.bytesTotal);
  }
}

export function placeId(id: number): string {
  return id < FIRST_LOCAL_ID ? `geonames:${id}` : `local:${id - FIRST_LOCAL_ID}`;
}

function presentPlace(place: FoundPlace, near: EarthPoint | null): GazetteerPlace {
  const { country_code: country, admin1 } = place;
  const line = near === null ? null : lineBetween(near, { latDeg: place.lat, lonDeg: place.lon });
  return {
    id: placeId(place.id),
    name: place.name,
    matchedName: place.matched,
    similarity: place.similarity,
    lat: place.lat,
    lon: place.lon,
    country: country === null ? null : { code: country, name: COUNTRIES.of(country) ?? country },
    region:
      country === null || admin1 === null
        ? null
        : { code: `${country}.${admin1}`, name: place.region_name, seat: place.region_seat },
    feature: place.feature,
    population: place.population,
    imported: place.import_id !== null,
    distanceM: line === null ? null : Math.round(line.distanceM),
    bearingDeg: line?.bearingDeg ?? null,
  };
}
