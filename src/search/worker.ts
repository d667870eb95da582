export { ClipEvidenceRows } from './evidence-rows.js';
