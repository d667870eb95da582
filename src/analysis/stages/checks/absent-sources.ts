import type { PlaceFinder, TextReader } from './ports.js';

/** Of a desk without a gazetteer: no name is known. */
export const noPlaces: PlaceFinder = { find: async () => [] };

/** Of a desk that reads no text in pictures. */
export const noText: TextReader = { read: async () => 'This desk does not read text in pictures.' };
