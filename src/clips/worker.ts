export { ClipChange } from './clip-change.js';
export { ClipRepository, type ClipRow } from './clip.repository.js';
export { PARTS, isPartName, type PartName } from './domain/parts.js';
export type { PartProblem } from './domain/processing.js';
export { PartLedger, type Attempt, type PartEnding, type PartWritten } from './part-ledger.js';
export { PartRecovery, type DuePart } from './part-recovery.js';
export { ArtefactRepository } from './artefact.repository.js';
export type { PartHandler, PartRun } from './part-handler.js';
export {
  latestStatusPosition,
  listStatusEvents,
  sweepStatusEvents,
  type StatusEvent,
} from './status-event.repository.js';
export type { StatusPosition } from './domain/status-position.js';
