export { isPlatformLink } from './is-platform-link.js';
export { SubmissionRepository } from './submission.repository.js';
