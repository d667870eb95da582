export { verifyStore, type VerifyStoreOptions } from './verify/verify-store.js';
export type { WordRow } from './verify/word-digests.js';
export type {
  EvidenceRow,
  EvidenceRows,
  VerificationProgress,
  VerificationReport,
} from './verify/verification.js';
export { type Difference } from './domain/difference.js';
export { reportText } from './verify/report-text.js';
export { verifyStoreJob } from './verify/verify-store.job.js';
