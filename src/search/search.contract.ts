import { z } from 'zod';
import { PageQuery, Uuid } from '../platform/http/validation.js';
import { words } from '../platform/http/words.js';

export const SEARCH_KINDS = [
  'claim',
  'note',
  'clip',
  'post',
  'finding',
  'annotation',
  'comment',
  'screen_text',
] as const;
export const SearchKind = z.enum(SEARCH_KINDS);
export type SearchKind = z.infer<typeof SearchKind>;

/** What a person types; at most so long that reading it costs little. */
export const TypedWords = words({ min: 1, max: 500 });

export const SearchRequest = PageQuery.extend({
  q: TypedWords,
  case: Uuid.optional(),
  kind: SearchKind.optional(),
  cursor: z.string().max(100).optional(),
});
export type SearchRequest = z.infer<typeof SearchRequest>;

export const SearchHit = z
  .object({
    clipId: z.uuid(),
    kind: SearchKind,
    ref: z.uuid().meta({
      description: 'Of the claim, submission, clip, capture, finding, annotation, comment or frame.',
    }),
    snippet: z.string().meta({ description: 'Plain text; [[ ]] around what was found.' }),
    at: z.iso.datetime(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchPage = z
  .object({ items: z.array(SearchHit), nextCursor: z.string().nullable() })
  .meta({ id: 'SearchPage' });
