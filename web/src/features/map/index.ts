export { CaseMap } from './case-map';
export { PlacePanel } from './place-panel';
