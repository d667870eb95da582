import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { JudgeClaim } from './judgements/judge-claim.js';
import { JudgementsController } from './judgements/judgements.controller.js';
import { ReadJudgements } from './judgements/read-judgements.js';

@Module({
  imports: [ClipsModule],
  controllers: [JudgementsController],
  providers: [JudgeClaim, ReadJudgements],
})
export class ReviewModule {}
