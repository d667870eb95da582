export { MetadataView } from './metadata-view.contract.js';
