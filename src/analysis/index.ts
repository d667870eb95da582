export { AnalysisModule } from './analysis.module.js';
export { matchWords } from './matches/match-words.js';
export { MetadataView } from './metadata-view.contract.js';
