export { runStage } from './analyse.job.js';
export { RunStage, type StageEnvironment } from './pipeline/run-stage.js';
export { stageEntries } from './stages/stages.js';
export { MatchIndexClient } from './match-index/match-index-client.js';
export type { IndexHit, IndexQuery, MatchIndex, SoundHit } from './match-index/match-index.js';
export { FindMatches } from './stages/match/find-matches.js';
export { MatchClip } from './stages/match/match-clip.handler.js';
export { SearchArchive } from './stages/match/search-archive.js';
