import { sql, type Selectable } from 'kysely';
import type { Database } from '../platform/db/database.js';
import type { SearchDocument } from '../platform/db/schema.gen.js';
import type { CompiledQuery } from './search-text.js';
import type { SearchPlace, SearchStep } from './search-place.js';

export type DocumentRow = Omit<Selectable<SearchDocument>, 'tsv'>;

export interface SearchScope {
  readonly caseIds: readonly string[];
  readonly kind: string | undefined;
}

/** Documents of one step, newest first. */
export async function findDocuments(
  db: Database,
  query: CompiledQuery,
  scope: SearchScope,
  step: SearchStep,
  before: SearchPlace['before'] | null,
  limit: number,
): Promise<DocumentRow[]> {
  const isVariant = step.tier === 'variant' && query.variant !== null;
  const text = isVariant ? query.variant : query.exact;
  const except = isVariant ? query.exact : null;
  const { rows } = await sql<DocumentRow>`
    select d.kind, d.ref_id, d.clip_id, d.case_id, d.claim_id, d.made_by, d.class, d.words, d.at
    from search_class(${text}::tsquery && ${scopeQuery(scope, step.class)}::tsquery, ${except}::tsquery,
      ${[...scope.caseIds]}::uuid[], ${step.class}::smallint, ${before}::uuid, ${limit}::integer) as found
    join search_document d using (kind, ref_id)
    order by d.ref_id desc`.execute(db);
  return rows;
}

/** For each text, one word a line: the places of words that match, from 1. */
export async function findMarks(
  db: Database,
  query: CompiledQuery,
  texts: readonly string[],
): Promise<number[][]> {
  const { rows } = await sql<{ places: number[] }>`
    select array(select place::integer from search_lexemes(text.lines) where words @@ ${query.marks}::tsquery
                 order by place) as places
    from unnest(${[...texts]}::text[]) with ordinality as text (lines, number) order by number`.execute(db);
  return rows.map(({ places }) => places);
}

/** The lexemes by which a document names its case, class and kind; ids and codes only, nothing that a person typed. */
export function scopeQuery(scope: SearchScope, documentClass?: number): string {
  const cases = scope.caseIds.map((id) => `'#case ${id}'`).join(' | ');
  return [
    `(${cases})`,
    ...(documentClass === undefined ? [] : [`'#class ${documentClass}'`]),
    ...(scope.kind === undefined ? [] : [`'#kind ${scope.kind}'`]),
  ].join(' & ');
}
