export { requireCaseRole, reviewedCases } from './case-access.js';
export { listReviewers } from './case-reviewers.js';
export { Sensitivity } from './case.contract.js';
export { CaseRepository } from './case.repository.js';
export { CasesModule } from './cases.module.js';
export { CreateCase } from './create-case.js';
