import { Module } from '@nestjs/common';
import { ClipsModule } from '../../clips/index.js';
import { DecideMatch } from './decide-match.js';
import { MatchesController } from './matches.controller.js';
import { ReadCluster } from './read-cluster.js';
import { ReadMatches } from './read-matches.js';

@Module({
  imports: [ClipsModule],
  controllers: [MatchesController],
  providers: [ReadMatches, ReadCluster, DecideMatch],
})
export class MatchesModule {}
