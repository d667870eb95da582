import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { IdentityModule } from '../identity/index.js';
import { EventsController } from './events/events.controller.js';
import { StatusStream } from './events/status-stream.js';

@Module({
  imports: [ClipsModule, IdentityModule],
  controllers: [EventsController],
  providers: [StatusStream],
})
export class DashboardModule {}
