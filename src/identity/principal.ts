export const TOKEN_SCOPES = ['full', 'read', 'submit', 'dashboard'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];
export type CaseRole = 'submitter' | 'reviewer' | 'lead';

/** Who asks, and how far this particular token or session reaches. */
export interface Principal {
  readonly userId: string;
  /** The API token that was shown; null when the caller is signed in with a browser. */
  readonly tokenId: string | null;
  /** The browser session; null when the caller showed an API token. */
  readonly sessionId: string | null;
  readonly scope: TokenScope;
  /** Never with a token that is limited to cases: it would widen itself. */
  readonly admin: boolean;
  /** Cases that the token is limited to; null when it reaches all of its user's cases. */
  readonly caseIds: ReadonlySet<string> | null;
  readonly roles: ReadonlyMap<string, CaseRole>;
}

/** The user's role in a case as far as this token may use it. */
export function roleIn(principal: Principal, caseId: string): CaseRole | null {
  if (principal.caseIds !== null && !principal.caseIds.has(caseId)) return null;
  return principal.roles.get(caseId) ?? null;
}

/** Cases that this token reaches at all. */
export function reachableCases(principal: Principal): string[] {
  return [...principal.roles.keys()].filter((caseId) => roleIn(principal, caseId) !== null);
}

export function actorOf(principal: Principal): string {
  return `user:${principal.userId}`;
}
