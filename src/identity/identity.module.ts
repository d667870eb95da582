import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthGuard } from './auth.guard.js';
import { CreateToken } from './create-token.js';
import { IdentityController } from './identity.controller.js';
import { Principals } from './principals.js';
import { RevokeToken } from './revoke-token.js';
import { TokenRepository } from './token.repository.js';

@Module({
  controllers: [IdentityController],
  providers: [
    TokenRepository,
    Principals,
    CreateToken,
    RevokeToken,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [TokenRepository, Principals],
})
export class IdentityModule {}
