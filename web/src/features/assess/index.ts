export { ClaimsPanel } from './claims-panel';
