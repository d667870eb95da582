import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { ChangeClip } from './change-clip.js';
import { ClipWorkController } from './clip-work.controller.js';

@Module({
  imports: [ClipsModule],
  controllers: [ClipWorkController],
  providers: [ChangeClip],
})
export class WorkModule {}
