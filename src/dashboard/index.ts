export { DashboardModule } from './dashboard.module.js';
export { StatusStream } from './events/status-stream.js';
