export type { ClipRow } from './clip-row';
