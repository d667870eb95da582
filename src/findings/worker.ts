export type { FindingEvidenceEntry } from './evidence.contract.js';
export { RuleFindings, type RuleFinding } from './rule-findings.js';
export { readFoundValue } from './found-value.js';
