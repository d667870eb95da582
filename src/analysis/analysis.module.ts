import { Module } from '@nestjs/common';
import { MatchesModule } from './matches/matches.module.js';
import { ChecksModule } from './stages/checks/checks.module.js';

/** What people ask of the analysis; the analysis itself runs in the workers. */
@Module({ imports: [MatchesModule, ChecksModule] })
export class AnalysisModule {}
