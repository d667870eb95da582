import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth.guard.js';
import { ChangePassword } from './change-password.js';
import { ChangeSecondFactor } from './change-second-factor.js';
import { CreateSetupLink } from './create-setup-link.js';
import { CreateToken } from './create-token.js';
import { CreateUser } from './create-user.js';
import { EndAccess } from './end-access.js';
import { EndSession } from './end-session.js';
import { FreshPrincipals } from './fresh-principals.js';
import { FirstRun } from './first-run.js';
import { IdentityController } from './identity.controller.js';
import { Invite } from './invite.js';
import { MeController } from './me.controller.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcIdentityRepository } from './oidc/oidc-identity.repository.js';
import { OidcProvider } from './oidc/oidc-provider.js';
import { SignInByOidc } from './oidc/sign-in-by-oidc.js';
import { OwnPassword } from './own-password.js';
import { Passwords } from './passwords.js';
import { Principals } from './principals.js';
import { ReadMe } from './read-me.js';
import { RedeemSetupLink } from './redeem-setup-link.js';
import { Readmission } from './readmission.js';
import { RevokeToken } from './revoke-token.js';
import { SecondFactor } from './second-factor.js';
import { SessionController } from './session.controller.js';
import { SessionCookie } from './session-cookie.js';
import { SessionRepository } from './session.repository.js';
import { SetUpAccount } from './set-up-account.js';
import { SetupLinkRepository } from './setup-link.repository.js';
import { SignIn } from './sign-in.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { StartSession } from './start-session.js';
import { TokenRepository } from './token.repository.js';
import { TotpRepository } from './totp.repository.js';
import { UpdateUser } from './update-user.js';
import { UserRepository } from './user.repository.js';
import { UsersController } from './users.controller.js';

const rows = [TokenRepository, UserRepository, SessionRepository, SetupLinkRepository, TotpRepository];
const tokens = [Principals, FreshPrincipals, CreateToken, RevokeToken, ReadMe];
const oidc = [OidcIdentityRepository, OidcProvider, SignInByOidc];
const people = [CreateUser, UpdateUser, CreateSetupLink, Invite, FirstRun, EndAccess];
const sessions = [
  SessionCookie,
  SignInAttempts,
  Passwords,
  SecondFactor,
  SignIn,
  StartSession,
  EndSession,
  SetUpAccount,
  RedeemSetupLink,
  OwnPassword,
  ChangePassword,
  ChangeSecondFactor,
];

@Module({
  controllers: [IdentityController, UsersController, SessionController, MeController, OidcController],
  providers: [
    ...rows,
    ...tokens,
    ...people,
    ...sessions,
    ...oidc,
    AuthGuard,
    { provide: APP_GUARD, useExisting: AuthGuard },
    Readmission,
  ],
  exports: [TokenRepository, UserRepository, Principals, FreshPrincipals, FirstRun, Readmission],
})
export class IdentityModule {}
