import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { ClipsModule } from '../clips/index.js';
import { IdentityModule } from '../identity/index.js';
import { IntakeController } from './intake.controller.js';
import { ReceiveUpload } from './receive-upload.js';
import { SubmitBatch } from './submit-batch.js';
import { SubmitClip } from './submit-clip.js';

@Module({
  imports: [CasesModule, ClipsModule, IdentityModule],
  controllers: [IntakeController],
  providers: [SubmitClip, SubmitBatch, ReceiveUpload],
})
export class IntakeModule {}
