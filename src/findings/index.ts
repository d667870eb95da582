export {
  EvidenceEntry,
  EvidenceList,
  FindingEvidenceEntry,
  FindingEvidenceList,
} from './evidence.contract.js';
export { FindingRepository, findingWords, type FindingRow } from './finding.repository.js';
export { FindingsModule } from './findings.module.js';
export { originsOf } from './origins.js';
export { requireEvidenceInCase } from './require-evidence.js';
