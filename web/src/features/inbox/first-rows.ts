import type { QueryClient } from '@tanstack/react-query';
import { inboxQuery } from './inbox-query';
import { readFilter, readOrder, writeQuery } from './list-filter';
import { pageQuery } from './list-queries';

type Search = Readonly<Record<string, unknown>>;

/** Asks for what the inbox will ask first, before its code is there. */
export function warmInbox(queries: QueryClient, { case: caseId }: Search): void {
  void queries.prefetchInfiniteQuery(inboxQuery(typeof caseId === 'string' ? caseId : undefined));
}

/** Asks for what the list of clips will ask first, before its code is there. */
export function warmClips(queries: QueryClient, search: Search): void {
  void queries.prefetchQuery(pageQuery(writeQuery(readFilter(search), readOrder(search)), null));
}
