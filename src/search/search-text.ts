import { sql, type RawBuilder } from 'kysely';
import type { Executor } from '../platform/db/database.js';
import { InvalidInputError } from '../shared/errors.js';
import { readSearchQuery, wantedWords, type SearchGroup, type SearchTerm } from './domain/search-query.js';

/** A person's query in the database's own notation (`tsquery` as text). */
export interface CompiledQuery {
  /** What matches as written or by its stem. */
  readonly exact: string;
  /** That, or words with the same consonants; null when every word is quoted. */
  readonly variant: string | null;
  /** Any single word of it: what snippets mark. */
  readonly marks: string;
}

const MOST_TERMS = 32;

type Notation = (term: SearchTerm) => RawBuilder<string>;

const exact: Notation = ({ text }) => sql`search_exact(${text})`;
const variant: Notation = (term) => (term.phrase ? exact(term) : sql`search_variant(${term.text})`);

/** @throws InvalidInputError `nothing_to_search` when there is no word to look for, or more than 32 of them. */
export async function compileQuery(db: Executor, typed: string): Promise<CompiledQuery> {
  const groups = readSearchQuery(typed);
  const terms = groups.flatMap(({ all, none }) => [...all, ...none]);
  if (groups.length === 0) throw nothingToSearch('has no word to look for');
  if (terms.length > MOST_TERMS) throw nothingToSearch(`has more than ${MOST_TERMS} words`);
  const isVaried = groups.some(({ all }) => all.some(({ phrase }) => !phrase));
  const { rows } = await sql<CompiledQuery>`select
    (${anyOf(groups, exact)})::text as exact,
    ${isVaried ? sql`(${anyOf(groups, variant)})::text` : sql`null`} as variant,
    (${sql.join(wantedWords(groups).map(variant), sql` || `)})::text as marks`.execute(db);
  const [compiled] = rows;
  if (compiled === undefined || compiled.exact === '') throw nothingToSearch('has no word to look for');
  return compiled;
}

function anyOf(groups: readonly SearchGroup[], notation: Notation): RawBuilder<string> {
  return sql.join(
    groups.map(({ all, none }) => {
      const wanted = sql.join(all.map(notation), sql` && `);
      return none.length === 0
        ? sql`(${wanted})`
        : sql`((${wanted}) && !!(${sql.join(none.map(exact), sql` || `)}))`;
    }),
    sql` || `,
  );
}

function nothingToSearch(message: string): InvalidInputError {
  return new InvalidInputError('nothing_to_search', `The search ${message}.`, [{ path: 'q', message }]);
}
