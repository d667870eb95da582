import { z } from 'zod';
import { words } from '../platform/http/words.js';
import { ListQuery } from './clip-list.contract.js';

const LONGEST_QUERY = 2_000;

/** What `GET /clips` understands, without a place in the list: a view that the list would refuse is refused here. */
const ViewQuery = words({ max: LONGEST_QUERY }).superRefine((text, context) => {
  const given = [...new URLSearchParams(text)];
  const names = given.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) context.addIssue({ code: 'custom', message: `names ${twice} twice` });
  if (names.includes('cursor') || names.includes('limit'))
    context.addIssue({ code: 'custom', message: 'a view has no cursor and no limit' });
  const read = ListQuery.safeParse(Object.fromEntries(given));
  for (const { path, message } of read.error?.issues ?? [])
    context.addIssue({ code: 'custom', message: `${path.join('.')}: ${message}` });
});

export const SavedViewRequest = z
  .strictObject({
    name: words({ min: 1, max: 100 }).trim().min(1),
    query: ViewQuery.meta({ description: 'The query string of GET /clips, without limit and cursor.' }),
  })
  .meta({ id: 'SavedViewRequest' });
export type SavedViewRequest = z.infer<typeof SavedViewRequest>;

export const SavedView = z
  .object({ id: z.uuid(), name: z.string(), query: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

export const SavedViewList = z
  .object({ items: z.array(SavedView), nextCursor: z.null() })
  .meta({ id: 'SavedViewList', description: 'By name; at most a hundred for each person.' });
export type SavedViewList = z.infer<typeof SavedViewList>;
