export { ClaimsPanel } from './claims-panel';
export { WorkStrip } from './work-strip';
