import { meQuery } from '@/api/queries';
import { warmClips, warmInbox } from '@/features/inbox/first-rows';
import { queries } from './queries';
import { router } from './router';

/** What the lists show first. A desk that knows nobody answers 401, and the way in follows as it would without it. */
const firstRows: Readonly<Record<string, typeof warmInbox>> = {
  '/desk/inbox': warmInbox,
  '/desk/clips': warmClips,
};

/**
 * The wanted page's code and its first rows are asked for at once, beside the question who is here: on a slow line each wait for the
 * other takes half a second.
 */
export function preloadPage(): void {
  const { latestLocation } = router;
  const wanted =
    latestLocation.pathname === '/' ? router.buildLocation({ to: '/inbox' } as never) : latestLocation;
  const pages: Readonly<Record<string, { readonly options: { readonly component?: unknown } }>> =
    router.routesById;
  for (const { routeId } of router.matchRoutes(wanted) as readonly { readonly routeId: string }[]) {
    if (routeId === '/desk') void queries.prefetchQuery(meQuery);
    firstRows[routeId]?.(queries, wanted.search);
    const component = pages[routeId]?.options.component;
    if (typeof component === 'function' && 'preload' in component && typeof component.preload === 'function')
      void component.preload();
  }
}
