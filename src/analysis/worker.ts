export { runStage } from './analyse.job.js';
export { RunStage, type StageEnvironment } from './pipeline/run-stage.js';
export { stageEntries } from './stages/stages.js';
