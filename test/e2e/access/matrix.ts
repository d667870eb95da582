import { newPerson } from '../../support/person.js';
import { DeskDriver } from '../../support/desk.js';
import { startSite, type Site } from '../../support/site/site.js';
import { claimsRoutes } from './claims.routes.js';
import { annotationsRoutes } from './annotations.routes.js';
import { coreRoutes } from './core.routes.js';
import { dashboardRoutes } from './dashboard.routes.js';
import { geoRoutes } from './geo.routes.js';
import { identityRoutes } from './identity.routes.js';
import { judgementRoutes } from './judgements.routes.js';
import { searchRoutes } from './search.routes.js';
import { sourcesRoutes } from './sources.routes.js';
import { checksRoutes } from './checks.routes.js';
import { matchesRoutes } from './matches.routes.js';
import { textRoutes } from './text.routes.js';
import type { Ids, Principal, Route, RoutesOfRoom } from './table.js';
import { workRoutes } from './work.routes.js';

/** Every route of the OpenAPI document must stand in one of these tables: a route without a rule fails the suite. */
export const ROOMS: readonly RoutesOfRoom[] = [
  coreRoutes,
  annotationsRoutes,
  claimsRoutes,
  identityRoutes,
  judgementRoutes,
  searchRoutes,
  sourcesRoutes,
  workRoutes,
  dashboardRoutes,
  matchesRoutes,
  checksRoutes,
  geoRoutes,
  textRoutes,
];
export const ROUTES: Readonly<Record<string, Route>> = Object.assign(
  {},
  ...ROOMS.map(({ routes }) => routes),
);

/** A desk with one case that has everything in it, and somebody of each kind who asks. */
export interface Matrix {
  readonly site: Site;
  readonly desk: DeskDriver;
  readonly ids: Ids;
  readonly tokens: Readonly<Record<Principal, string>>;
  stop(): Promise<void>;
}

export async function startMatrix(): Promise<Matrix> {
  const site = await startSite();
  const desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  const { body: made } = await desk.post<{ id: string }>('cases', { title: 'Matrix' });
  const submission = {
    url: `${site.origin}/clip.mp4`,
    caseId: made.id,
    claims: { source: { statement: 'filmed by an example person (invented)' } },
  };
  const [lead, reviewer, submitter, owner, admin, other, disabled] = await Promise.all([
    newPerson(desk, { caseId: made.id, role: 'lead' }),
    newPerson(desk, { caseId: made.id, role: 'reviewer' }),
    newPerson(desk, { caseId: made.id, role: 'submitter' }),
    newPerson(desk, { caseId: made.id, role: 'submitter' }),
    newPerson(desk, { admin: true }),
    newPerson(desk, {}),
    newPerson(desk, { caseId: made.id, role: 'lead', disabled: true }),
  ]);
  const status = await desk.submitAndWait(submission);
  await desk.post('clips', submission, { authorization: `Bearer ${owner.token}` });
  await desk.post('cases', { title: 'Elsewhere' }, { authorization: `Bearer ${other.token}` });
  const frames = await desk.get<{ items: { id: string }[] }>(`clips/${status.id}/frames`);
  const clip = await desk.get<{ artefacts: { id: string }[]; claims: { id: string }[] }>(
    `clips/${status.id}`,
  );
  let ids: Ids = {
    caseId: made.id,
    clipId: status.id,
    claimId: clip.body.claims[0]?.id ?? '',
    frameId: frames.body.items[0]?.id ?? '',
    artefactId: clip.body.artefacts[0]?.id ?? '',
    users: {
      lead: lead.userId,
      read: lead.userId,
      submit: lead.userId,
      dashboard: lead.userId,
      reviewer: reviewer.userId,
      submitter: submitter.userId,
      owner: owner.userId,
      admin: admin.userId,
      other: other.userId,
      disabled: disabled.userId,
    },
  };
  const scoped = async (scope: string) =>
    (await desk.post<{ token: string }>('tokens', { name: scope, scope }, lead.as)).body.token;
  const tokens = {
    anonymous: '',
    lead: lead.token,
    reviewer: reviewer.token,
    submitter: submitter.token,
    owner: owner.token,
    admin: admin.token,
    read: await scoped('read'),
    submit: await scoped('submit'),
    dashboard: await scoped('dashboard'),
    other: other.token,
    disabled: disabled.token,
  };
  for (const { prepare } of ROOMS) ids = { ...ids, ...(await prepare?.(desk, ids)) };
  const stop = async () => {
    await desk.stop();
    await site.close();
  };
  return { site, desk, ids, tokens, stop };
}
