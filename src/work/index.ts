export { ExposureLog } from './exposure-log.js';
export { OptedOut } from './topics.contract.js';
export { listTopics, withoutTopics } from './topics.repository.js';
export { WorkModule } from './work.module.js';
