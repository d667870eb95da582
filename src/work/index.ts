export { ExposureLog } from './exposure-log.js';
export { WorkModule } from './work.module.js';
