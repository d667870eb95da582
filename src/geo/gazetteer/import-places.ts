import { Injectable } from '@nestjs/common';
import type { Multipart, MultipartFile } from '@fastify/multipart';
import { sql } from 'kysely';
import { CustodyLog } from '../../custody/index.js';
import { actorOf, type Principal } from '../../identity/index.js';
import type { Database, Tx } from '../../platform/db/database.js';
import { chunksOf } from '../../platform/http/multipart.js';
import { malformedPart } from '../../platform/http/receive-file-part.js';
import { InjectDatabase } from '../../platform/platform.tokens.js';
import { PartError } from '../../shared/errors.js';
import { newId } from '../../shared/ids.js';
import { GazetteerImportRepository, type ImportRow } from './gazetteer-import.repository.js';
import { GazetteerRepository } from './gazetteer.repository.js';
import { PlaceTable, type TablePage } from './read-place-table.js';
import { LOCKS } from '../../platform/db/locks.js';

export const IMPORT_BYTES = 256 * 1024 * 1024;
/** A country of GeoNames; the whole world (12 million) is not for one request. */
const MOST_ROWS = 500_000;
const MOST_PROBLEMS = 100;

interface Progress {
  format: TablePage['format'];
  rows: number;
  places: number;
  names: number;
  skipped: number;
  readonly problems: { line: number; problem: string }[];
}

/** Adds a table of places to the gazetteer: all that can be read of it, or nothing when it breaks off. */
@Injectable()
export class ImportPlaces {
  readonly #places = new GazetteerRepository();
  readonly #imports = new GazetteerImportRepository();

  constructor(
    @InjectDatabase() private readonly db: Database,
    private readonly custody: CustodyLog,
  ) {}

  /**
   * @throws InvalidInputError `not_a_place_table`, or when the body is not exactly one part `file`; PartError `too_large`.
   */
  async execute(principal: Principal, parts: AsyncIterable<Multipart>): Promise<ImportRow> {
    let made: ImportRow | undefined;
    for await (const part of parts) {
      if (part.type !== 'file' || part.fieldname !== 'file' || made !== undefined)
        throw malformedPart(part.fieldname, 'The body has one part, named "file".');
      made = await this.#import(principal, part);
    }
    if (made === undefined) throw malformedPart('file', 'The multipart body has no part "file".');
    return made;
  }

  async #import(principal: Principal, part: MultipartFile): Promise<ImportRow> {
    const chunks = chunksOf(part);
    // Without `return`: leaving a loop over the chunks early would destroy the stream, and the parser would wait for it for ever.
    const bytes = { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) };
    try {
      return await this.db.transaction().execute((tx) => this.#write(tx, principal, part, bytes));
    } finally {
      for (let rest = await chunks.next(); rest.done !== true;) rest = await chunks.next();
    }
  }

  async #write(
    tx: Tx,
    principal: Principal,
    part: MultipartFile,
    bytes: AsyncIterable<Buffer>,
  ): Promise<ImportRow> {
    await sql`select pg_advisory_xact_lock(${LOCKS.gazetteerImport})`.execute(tx);
    const id = newId();
    const fileName = part.filename.toWellFormed().replaceAll('\0', '').slice(0, 500) || null;
    await this.#imports.start(tx, { id, madeBy: principal.userId, fileName });
    const table = new PlaceTable();
    const done: Progress = { format: 'csv', rows: 0, places: 0, names: 0, skipped: 0, problems: [] };
    for await (const page of table.pages(bytes)) await this.#take(tx, id, page, done);
    if (part.file.truncated)
      throw new PartError('too_large', `The file is larger than ${IMPORT_BYTES} bytes.`);
    const { sha256Hex } = table;
    const row = await this.#imports.finish(tx, id, { ...done, sha256: sha256Hex });
    await this.custody.append(tx, [
      {
        chain: 'system',
        action: 'gazetteer.imported',
        actor: actorOf(principal),
        body: { importId: id, places: done.places, sha256: sha256Hex },
        private: { before: null, after: { fileName } },
      },
    ]);
    return row;
  }

  async #take(tx: Tx, importId: string, page: TablePage, done: Progress): Promise<void> {
    const { places, names } = await this.#places.put(tx, page.places, importId);
    done.format = page.format;
    done.rows += page.rows;
    done.places += places;
    done.names += names;
    done.skipped += page.problems.length;
    done.problems.push(...page.problems.slice(0, MOST_PROBLEMS - done.problems.length));
    if (done.rows > MOST_ROWS)
      throw new PartError(
        'limits_exceeded',
        `The table has more than ${MOST_ROWS} rows: import it in parts.`,
      );
  }
}
