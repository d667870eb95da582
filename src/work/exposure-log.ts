import { Injectable, Logger } from '@nestjs/common';
import type { Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { ExposureRepository } from './exposure.repository.js';

const MINUTE_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** Counts the minutes in which a person has graphic material open. */
@Injectable()
export class ExposureLog {
  readonly #repository = new ExposureRepository();
  readonly #logger = new Logger('exposure');
  /** Person and clip → the minute already written, so that paging through frames costs one row a minute. */
  readonly #written = new Map<string, number>();

  constructor(@InjectDatabase() private readonly db: Database) {}

  /** Returns at once: a count that cannot be written is logged, and never keeps anybody from the material. */
  opened(principal: Principal, clip: { readonly clipId: string; readonly caseId: string }): void {
    const minuteMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS;
    const key = `${principal.userId} ${clip.clipId}`;
    if (this.#written.get(key) === minuteMs) return;
    if (this.#written.size >= MOST_REMEMBERED) this.#written.clear();
    this.#written.set(key, minuteMs);
    this.#repository
      .insert(this.db, { ...clip, userId: principal.userId, minute: new Date(minuteMs) })
      .catch((error: unknown) => {
        this.#written.delete(key);
        this.#logger.warn({ err: error, clipId: clip.clipId }, 'an exposure was not counted');
      });
  }
}
