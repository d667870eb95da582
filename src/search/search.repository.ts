import { sql, type Selectable } from 'kysely';
import type { Database } from '../platform/db/database.js';
import type { SearchDocument } from '../platform/db/schema.gen.js';
import type { SearchPlace } from './search-place.js';
import type { CompiledQuery } from './search-text.js';

export type DocumentRow = Omit<Selectable<SearchDocument>, 'tsv'>;

export interface SearchScope {
  readonly caseIds: readonly string[];
  readonly kind?: string | undefined;
}

/** Documents of one tier behind a place, in the order of hits. */
export async function findDocuments(
  db: Database,
  query: CompiledQuery,
  scope: SearchScope,
  place: SearchPlace,
  lastClass: number,
  limit: number,
): Promise<DocumentRow[]> {
  const isVariant = place.tier === 'variant' && query.variant !== null;
  const text = isVariant ? query.variant : query.exact;
  const { rows } = await sql<DocumentRow>`
    select d.kind, d.ref_id, d.clip_id, d.case_id, d.claim_id, d.made_by, d.class, d.words, d.at
    from search_documents(${text}::tsquery, ${isVariant ? query.exact : null}::tsquery,
      ${scopeQuery(scope.caseIds)}::tsquery, ${[...scope.caseIds]}::uuid[], ${scope.kind ?? null}::text,
      ${place.class}::integer, ${place.before}::uuid, ${lastClass}::integer, ${limit}::integer) as found
    join search_document d using (ref_id)
    order by d.class, d.ref_id desc`.execute(db);
  return rows;
}

/** Those of the words that the query means. */
export async function findMatching(
  db: Database,
  marks: string,
  words: readonly string[],
  varied: boolean,
): Promise<ReadonlySet<string>> {
  if (words.length === 0) return new Set();
  const { rows } = await sql<{ word: string }>`
    select word from search_matching(${[...words]}::text[], ${marks}::tsquery, ${varied}) as word`.execute(
    db,
  );
  return new Set(rows.map(({ word }) => word));
}

/** Clips with words that match, when they are not many; undefined when they are. */
export async function findClipsWith(
  db: Database,
  query: CompiledQuery,
  caseIds: readonly string[],
  most: number,
): Promise<readonly string[] | undefined> {
  const { rows } = await sql<{ ids: string[] | null }>`
    select search_clips(${query.variant ?? query.exact}::tsquery, ${scopeQuery(caseIds)}::tsquery,
      ${[...caseIds]}::uuid[], ${most}) as ids`.execute(db);
  return rows[0]?.ids ?? undefined;
}

/** The lexemes by which a document names its case; ids only, nothing that a person typed. */
function scopeQuery(caseIds: readonly string[]): string {
  return caseIds.map((id) => `'#case ${id}'`).join(' | ');
}
