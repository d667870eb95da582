import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { ChangeClip } from './change-clip.js';
import { ClipWorkController } from './clip-work.controller.js';
import { CommentsController } from './comments.controller.js';
import { ExposureController } from './exposure.controller.js';
import { ExposureLog } from './exposure-log.js';
import { InboxController } from './inbox.controller.js';
import { MarkSensitive } from './mark-sensitive.js';
import { SensitiveRangesController } from './sensitive-ranges.controller.js';
import { TopicsController } from './topics.controller.js';
import { WriteComment } from './write-comment.js';

@Module({
  imports: [ClipsModule],
  controllers: [
    ClipWorkController,
    InboxController,
    CommentsController,
    SensitiveRangesController,
    ExposureController,
    TopicsController,
  ],
  providers: [ChangeClip, WriteComment, MarkSensitive, ExposureLog],
  exports: [ExposureLog],
})
export class WorkModule {}
