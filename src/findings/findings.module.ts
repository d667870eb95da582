import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { AddClaim } from './add-claim.js';
import { ClaimsController } from './claims.controller.js';

@Module({
  imports: [ClipsModule],
  controllers: [ClaimsController],
  providers: [AddClaim],
})
export class FindingsModule {}
