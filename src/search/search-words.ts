import { Injectable } from '@nestjs/common';
import { requireCaseRole } from '../cases/index.js';
import { listBlindClaims } from '../clips/index.js';
import { reachableCases, roleIn, type Principal } from '../identity/index.js';
import type { Database } from '../platform/db/database.js';
import { InjectDatabase } from '../platform/platform.tokens.js';
import { snippetOf, wordsOf } from './domain/snippet.js';
import { classesOf, readPlace, writePlace, type SearchPlace, type SearchTier } from './search-place.js';
import { compileQuery, type CompiledQuery } from './search-text.js';
import { findDocuments, findMatching, type DocumentRow, type SearchScope } from './search.repository.js';
import type { SearchHit, SearchKind, SearchRequest } from './search.contract.js';

interface Found {
  readonly row: DocumentRow;
  readonly tier: SearchTier;
}

/** Full text over the cases that the reader reviews. */
@Injectable()
export class SearchWords {
  constructor(@InjectDatabase() private readonly db: Database) {}

  /** Ranked by how and where the words match, then newest first. */
  async execute(
    reader: Principal,
    request: SearchRequest,
  ): Promise<{ items: SearchHit[]; nextCursor: string | null }> {
    if (request.case !== undefined) requireCaseRole(reader, request.case, 'reviewer');
    const caseIds = request.case === undefined ? reviewedCases(reader) : [request.case];
    const query = await compileQuery(this.db, request.q);
    if (caseIds.length === 0) return { items: [], nextCursor: null };
    const found = await this.#collect(reader, query, { caseIds, kind: request.kind }, request);
    const given = found.slice(0, request.limit);
    const last = given.at(-1);
    return {
      items: await this.#present(query, given),
      nextCursor:
        found.length > request.limit && last !== undefined
          ? writePlace({ tier: last.tier, class: last.row.class, before: last.row.ref_id })
          : null,
    };
  }

  /** One more than asked for, when there are so many. */
  async #collect(
    reader: Principal,
    query: CompiledQuery,
    scope: SearchScope,
    request: SearchRequest,
  ): Promise<Found[]> {
    const wanted = request.limit + 1;
    const { from, to } = classesOf(request.kind);
    let place: SearchPlace =
      request.cursor === undefined ? { tier: 'exact', class: from, before: null } : readPlace(request.cursor);
    const found: Found[] = [];
    while (found.length < wanted) {
      const { tier } = place;
      const rows = await findDocuments(this.db, query, scope, place, to, wanted - found.length);
      const isFull = rows.length === wanted - found.length;
      found.push(...(await this.#withoutBlind(reader, rows)).map((row) => ({ row, tier })));
      const last = rows.at(-1);
      // What was hidden leaves room: the search goes on behind it.
      if (isFull && last !== undefined) place = { tier, class: last.class, before: last.ref_id };
      else if (tier === 'exact' && query.variant !== null)
        place = { tier: 'variant', class: from, before: null };
      else break;
    }
    return found;
  }

  async #withoutBlind(reader: Principal, rows: readonly DocumentRow[]): Promise<DocumentRow[]> {
    const clips = new Map(
      rows
        .filter(({ claim_id, made_by }) => claim_id !== null && made_by !== reader.userId)
        .map(({ clip_id, case_id }) => [clip_id, { id: clip_id, case_id }]),
    );
    const blind = new Set(
      (await Promise.all([...clips.values()].map((clip) => listBlindClaims(this.db, reader, clip)))).flatMap(
        (claims) => [...claims],
      ),
    );
    return rows.filter(
      ({ claim_id, made_by }) => claim_id === null || made_by === reader.userId || !blind.has(claim_id),
    );
  }

  async #present(query: CompiledQuery, found: readonly Found[]): Promise<SearchHit[]> {
    const words = [...new Set(found.flatMap(({ row }) => wordsOf(row.words)))];
    const varied = found.some(({ tier }) => tier === 'variant');
    const matching = await findMatching(this.db, query.marks, words, varied);
    return found.map(({ row }) => ({
      clipId: row.clip_id,
      kind: row.kind as SearchKind,
      ref: row.ref_id,
      snippet: snippetOf(row.words, matching),
      at: row.at.toISOString(),
    }));
  }
}

/** Cases in which the reader may read more than their own submissions. */
export function reviewedCases(reader: Principal): string[] {
  return reachableCases(reader).filter((caseId) => roleIn(reader, caseId) !== 'submitter');
}
