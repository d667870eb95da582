import type { DeskDriver } from '../../support/desk.js';

/**
 * Who asks. `lead`, `reviewer` and `submitter` hold that role in the case, with a full token; `owner` is a submitter who
 * handed in the clip; `admin` is an administrator who is no member; `read`, `submit` and `dashboard` are narrower tokens of
 * the lead; `other` leads another case; `disabled` was a lead.
 */
export const PRINCIPALS = [
  'anonymous',
  'lead',
  'reviewer',
  'submitter',
  'owner',
  'admin',
  'read',
  'submit',
  'dashboard',
  'other',
  'disabled',
] as const;
export type Principal = (typeof PRINCIPALS)[number];

/** The status that the principal is answered with; `ok` is any of 2xx. */
export type Rule = Readonly<Record<Principal, number | 'ok'>>;

/** What the table's calls are about. Rooms add their own by `prepare`. */
export interface Ids {
  readonly caseId: string;
  readonly clipId: string;
  readonly claimId: string;
  readonly frameId: string;
  readonly artefactId: string;
  readonly users: Readonly<Record<Exclude<Principal, 'anonymous'>, string>>;
  readonly [more: string]: unknown;
}

export interface Call {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly rule: Rule;
  /** By default the path itself, without a body. Made anew for each principal. */
  readonly call?: (ids: Ids, as: Principal) => Call | Promise<Call>;
}

/** One room's part of the table. */
export interface RoutesOfRoom {
  /** Makes what the calls need, as the lead. Its answer is added to the ids. */
  readonly prepare?: (desk: DeskDriver, ids: Ids) => Promise<Readonly<Record<string, unknown>>>;
  readonly routes: Readonly<Record<string, Route>>;
}

const closed = { anonymous: 401, disabled: 401 } as const;

/** Anybody at all. */
export const everybody: Rule = fill('ok');
/** Anybody with a live token. */
export const signedIn: Rule = { ...fill('ok'), ...closed };
/** Anybody with a live token of scope `full`. */
export const fullTokens: Rule = { ...signedIn, read: 403, submit: 403, dashboard: 403 };
/** Administrators. */
export const admins: Rule = { ...fill(403), ...closed, admin: 'ok' };

/** Reading something of the case, from reviewer upwards. */
export const reviewersRead: Rule = {
  ...closed,
  lead: 'ok',
  reviewer: 'ok',
  submitter: 403,
  owner: 403,
  admin: 404,
  read: 'ok',
  submit: 403,
  dashboard: 403,
  other: 404,
};
/** Changing something of the case, from reviewer upwards. */
export const reviewersWrite: Rule = { ...reviewersRead, read: 403 };
/** Changing something of the case that is its lead's. */
export const leadsWrite: Rule = { ...reviewersWrite, reviewer: 403 };
/** Reading something of the case that is its lead's. */
export const leadsRead: Rule = { ...reviewersRead, reviewer: 403 };

/** The same, where those who are let in are answered with another status. */
export function answered(rule: Rule, status: number): Rule {
  return Object.fromEntries(
    Object.entries(rule).map(([principal, found]) => [principal, found === 'ok' ? status : found]),
  ) as Rule;
}

function fill(status: number | 'ok'): Rule {
  return Object.fromEntries(PRINCIPALS.map((principal) => [principal, status])) as Rule;
}
