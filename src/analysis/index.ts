export { AnalysisModule } from './analysis.module.js';
export { firstKnown, type KnownBy, type TimesOfClip } from './matches/domain/first-known.js';
export { listTimesOfClips } from './matches/known-times.queries.js';
export { matchWords } from './matches/match-words.js';
export { MetadataView } from './metadata-view.contract.js';
