export { ClaimRepository, type ClaimRow, type ClaimType, type NewClaim } from './claim.repository.js';
export { ArtefactRepository } from './artefact.repository.js';
export * from './claim-values.contract.js';
export { readClaimValue, searchOf } from './claim-reading.js';
export { presentClaim } from './present-claim.js';
export { blindClaims, listBlindClaims } from './blindness.js';
export { isStatusReader, requireOpen, requireStatusReader } from './clip-access.js';
export { ClipChange } from './clip-change.js';
export type { ClipEvent } from './domain/clip-events.js';
export * from './clip.contract.js';
export { ClipReader } from './clip-reader.js';
export type { ClipDetails, ClipRow } from './clip.repository.js';
export { asClip, ClipRepository } from './clip.repository.js';
export { ClipPartRepository } from './clip-part.repository.js';
export { ClipsModule } from './clips.module.js';
export { presentSummary, withoutTeam } from './present-summary.js';
export { presentStatus } from './read-status.js';
export { claimText, claimWords, submissionWords } from './words.js';
export { StatusBoard } from './status-board.js';
export {
  isPositionKept,
  latestStatusPosition,
  listStatusEvents,
  type StatusEvent,
} from './status-event.repository.js';
export { formatPosition, isBefore, parsePosition, type StatusPosition } from './domain/status-position.js';
export {
  ClaimTypeSchema,
  ClaimVerdictSchema,
  ClipStatus,
  ProcessingStateSchema,
  Verification,
  WorkState,
} from './status.contract.js';
export { listSubmitterIds } from './submitters.js';
export { PARTS, PART_NAMES, type PartName } from './domain/parts.js';
export { isConcluded, type ClaimVerdict, type ConclusiveVerdict } from './domain/verification.js';
export { priorityColumn, priorityOf } from './domain/priority.js';
export { decideWork, projectWork, type WorkFacts, type WorkHold } from './domain/work.js';
