import { Global, Module } from '@nestjs/common';
import { ClipReader } from '../clips/index.js';
import { VerificationController } from './verification.controller.js';
import { ClipEvidenceController } from './clip-evidence.controller.js';
import { ClipTextController } from './clip-text.controller.js';
import { ClipMediaController } from './clip-media.controller.js';
import { ClipView } from './clip-view.js';
import { ReadCaseTimeline } from './timeline/read-case-timeline.js';
import { CaseTimelineController } from './timeline/case-timeline.controller.js';
import { ClipsController } from './clips.controller.js';
import { WorkModule } from '../work/index.js';
import { ReadHistory } from './read-history.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SearchController } from './search.controller.js';
import { SearchWords } from './search-words.js';

/** Global, because the rooms below it answer with the composed clip through the port that `clips/` declares. */
@Global()
@Module({
  imports: [WorkModule],
  controllers: [
    ClipsController,
    ClipMediaController,
    ClipEvidenceController,
    ClipTextController,
    VerificationController,
    SearchController,
    CaseTimelineController,
    SavedViewsController,
  ],
  providers: [{ provide: ClipReader, useClass: ClipView }, SearchWords, ReadHistory, ReadCaseTimeline],
  exports: [ClipReader],
})
export class SearchModule {}
