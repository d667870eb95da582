export {
  Access,
  AdminAccess,
  CurrentPrincipal,
  principalOf,
  PublicAccess,
  type AuthenticatedRequest,
} from './access.decorator.js';
export { ensureAdministrator } from './administrator.js';
export { FreshPrincipals } from './fresh-principals.js';
export { FirstRun } from './first-run.js';
export { IdentityModule } from './identity.module.js';
export { Principals } from './principals.js';
export {
  actorOf,
  reachableCases,
  roleIn,
  type CaseRole,
  type Principal,
  type TokenScope,
} from './principal.js';
export { UserRepository } from './user.repository.js';
export { CallContext, Readmission } from './readmission.js';
export { announceChange, TokenRepository } from './token.repository.js';
