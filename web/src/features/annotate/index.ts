export { AnnotatePanel } from './annotate-panel';
