import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/index.js';
import { ClipsModule } from '../clips/index.js';
import { IdentityModule } from '../identity/index.js';
import { IntakeController } from './intake.controller.js';
import { KnownController } from './known.controller.js';
import { KnownLinks } from './known-links.js';
import { ReceiveUpload } from './receive-upload.js';
import { SubmitBatch } from './submit-batch.js';
import { SubmitClip } from './submit-clip.js';

@Module({
  imports: [CasesModule, ClipsModule, IdentityModule],
  controllers: [IntakeController, KnownController],
  providers: [SubmitClip, SubmitBatch, ReceiveUpload, KnownLinks],
})
export class IntakeModule {}
