export { LoadBuiltinPlaces } from './gazetteer/load-builtin.js';
export { FindPlaces } from './gazetteer/find-places.js';
