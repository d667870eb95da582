export { annotationRevisionWords, annotationWords } from './annotations/annotation-words.js';
export { ReviewModule } from './review.module.js';
export { judgementWords } from './judgements/words.js';
export { subjectWords } from './subjects/subject-words.js';
