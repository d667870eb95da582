export { ClipsMap } from './clips-map';
export { PlacePanel } from './place-panel';
