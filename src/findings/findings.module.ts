import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { AddClaim } from './add-claim.js';
import { ClaimsController } from './claims.controller.js';
import { FindingsController } from './findings.controller.js';
import { MakeFinding } from './make-finding.js';
import { ReadFindings } from './read-findings.js';
import { WithdrawFinding } from './withdraw-finding.js';

@Module({
  imports: [ClipsModule],
  controllers: [ClaimsController, FindingsController],
  providers: [AddClaim, MakeFinding, ReadFindings, WithdrawFinding],
})
export class FindingsModule {}
