export { ReviewModule } from './review.module.js';
export { judgementWords } from './judgements/words.js';
export { JudgementRepository } from './judgements/judgement.repository.js';
