import { Module } from '@nestjs/common';
import { ClipsModule } from '../clips/index.js';
import { AnnotationsModule } from './annotations/annotations.module.js';
import { JudgeClaim } from './judgements/judge-claim.js';
import { JudgementsController } from './judgements/judgements.controller.js';
import { ReadJudgements } from './judgements/read-judgements.js';
import { SubjectsModule } from './subjects/subjects.module.js';

@Module({
  imports: [ClipsModule, AnnotationsModule, SubjectsModule],
  controllers: [JudgementsController],
  providers: [JudgeClaim, ReadJudgements],
})
export class ReviewModule {}
