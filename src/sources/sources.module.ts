import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { AccountsController } from './accounts.controller.js';
import { KnownAccounts } from './known-accounts.js';
import { LinkSource } from './link-source.js';
import { RecordSource } from './record-source.js';
import { SourcesController } from './sources.controller.js';

@Module({
  imports: [ClipsModule],
  controllers: [SourcesController, AccountsController],
  providers: [RecordSource, LinkSource, KnownAccounts],
})
export class SourcesModule {}
