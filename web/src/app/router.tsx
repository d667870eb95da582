import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { setWallToken } from '@/api/client';
import { meQuery } from '@/api/queries';
import { ProblemError } from '@/api/problem';
import { everyText } from '@/i18n/i18n';
import { queries } from './queries';
import { NotFound, RouteFault, RoutePending } from './route-states';
import { Shell } from './shell';

const root = createRootRoute({ notFoundComponent: NotFound });

/** Pages for people who are signed in. The wall screen and the way in lie outside. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: Shell,
  errorComponent: RouteFault,
  beforeLoad: async ({ location }) => {
    // From the wall one gets here by the browser's own keys: its token opens the wall alone.
    setWallToken(null);
    try {
      await queries.ensureQueryData(meQuery);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 401)
        throw redirect({ to: '/sign-in', search: { next: location.href } });
      throw error;
    }
  },
});

type Load = Parameters<typeof lazyRouteComponent>[0];
const search = (given: Record<string, unknown>): Record<string, unknown> => given;

/** A page beyond the way in and the lists: what it says comes beside its code. */
const page =
  (load: Load): Load =>
  () =>
    Promise.all([load(), everyText()]).then(([code]) => code);

const inDesk = <Path extends string>(path: Path, load: Load, name: string) =>
  createRoute({
    getParentRoute: () => desk,
    path,
    component: lazyRouteComponent(load, name as never),
    pendingComponent: RoutePending,
    errorComponent: RouteFault,
    validateSearch: search,
  });

const alone = <Path extends string>(path: Path, load: Load, name: string) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(load, name as never),
    errorComponent: RouteFault,
    validateSearch: search,
  });

const start = createRoute({
  getParentRoute: () => desk,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' });
  },
});

const tree = root.addChildren([
  alone('/sign-in', () => import('@/features/people/sign-in-page'), 'SignInPage'),
  alone('/setup', () => import('@/features/people/setup-page'), 'SetupPage'),
  alone(
    '/wall',
    page(() => import('@/features/dashboard/wall-page')),
    'WallPage',
  ),
  desk.addChildren([
    start,
    inDesk('/inbox', () => import('@/features/inbox/inbox-page'), 'InboxPage'),
    inDesk('/clips', () => import('@/features/inbox/clips-page'), 'ClipsPage'),
    inDesk(
      '/clips/$clipId',
      page(() => import('@/features/clip/clip-page')),
      'ClipPage',
    ),
    inDesk(
      '/clips/$clipId/compare/$matchId',
      page(() => import('@/features/compare/compare-page')),
      'ComparePage',
    ),
    inDesk(
      '/submit',
      page(() => import('@/features/submit/submit-page')),
      'SubmitPage',
    ),
    inDesk(
      '/map',
      page(() => import('@/features/map/map-page')),
      'MapPage',
    ),
    inDesk(
      '/subjects',
      page(() => import('@/features/subjects/subjects-page')),
      'SubjectsPage',
    ),
    inDesk(
      '/subjects/$subjectId',
      page(() => import('@/features/subjects/subject-page')),
      'SubjectPage',
    ),
    inDesk(
      '/dashboard',
      page(() => import('@/features/dashboard/dashboard-page')),
      'DashboardPage',
    ),
    inDesk(
      '/people',
      page(() => import('@/features/people/people-page')),
      'PeoplePage',
    ),
    inDesk(
      '/account',
      page(() => import('@/features/people/account-page')),
      'AccountPage',
    ),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
