import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { GeoModule } from '../geo/index.js';
import { IdentityModule } from '../identity/index.js';
import { AddClaim } from './add-claim.js';
import { AddFile } from './add-file.js';
import { ClaimsController } from './claims.controller.js';
import { EvidenceFilesController } from './evidence-files.controller.js';
import { FindingsController } from './findings.controller.js';
import { MakeFinding } from './make-finding.js';
import { ReadFindings } from './read-findings.js';
import { ReceiveFile } from './receive-file.js';
import { WithdrawFinding } from './withdraw-finding.js';

@Module({
  imports: [ClipsModule, GeoModule, IdentityModule],
  controllers: [ClaimsController, FindingsController, EvidenceFilesController],
  providers: [AddClaim, AddFile, ReceiveFile, MakeFinding, ReadFindings, WithdrawFinding],
})
export class FindingsModule {}
