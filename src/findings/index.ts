export { EvidenceEntry, EvidenceList } from './evidence.contract.js';
export { findingWords } from './finding.repository.js';
export { FindingsModule } from './findings.module.js';
export { originsOf } from './origins.js';
export { EVIDENCE_FILE_BYTES } from './receive-file.js';
export { requireEvidenceInCase } from './require-evidence.js';
