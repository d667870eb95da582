import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { ChangeClip } from './change-clip.js';
import { ClipWorkController } from './clip-work.controller.js';
import { CommentsController } from './comments.controller.js';
import { InboxController } from './inbox.controller.js';
import { WriteComment } from './write-comment.js';

@Module({
  imports: [ClipsModule],
  controllers: [ClipWorkController, InboxController, CommentsController],
  providers: [ChangeClip, WriteComment],
})
export class WorkModule {}
