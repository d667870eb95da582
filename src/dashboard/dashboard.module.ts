import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { IdentityModule } from '../identity/index.js';
import { DashboardBoard } from './counts/dashboard-board.js';
import { DashboardController } from './counts/dashboard.controller.js';
import { EventsController } from './events/events.controller.js';
import { StatusStream } from './events/status-stream.js';
import { ManageWebhooks } from './webhooks/manage-webhooks.js';
import { WebhooksController } from './webhooks/webhooks.controller.js';

@Module({
  imports: [ClipsModule, IdentityModule],
  controllers: [DashboardController, EventsController, WebhooksController],
  providers: [DashboardBoard, ManageWebhooks, StatusStream],
})
export class DashboardModule {}
