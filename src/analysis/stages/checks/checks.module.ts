import { Module } from '@nestjs/common';
import { ClipsModule } from '../../../clips/index.js';
import { IdentityModule } from '../../../identity/index.js';
import { ChecksController } from './checks.controller.js';
import { ReadChecks } from './read-checks.js';

@Module({
  imports: [ClipsModule, IdentityModule],
  controllers: [ChecksController],
  providers: [ReadChecks],
})
export class ChecksModule {}
