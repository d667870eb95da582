import { expect, it } from '@jest/globals';
import { placesOf } from './key-places';

it('says where keys lie, for layouts without Latin letters', () => {
  expect(['g i', 'Shift+j', '$mod+Enter', ',', '?', '1', 'ArrowLeft', 'Shift+?'].map(placesOf)).toEqual([
    'KeyG KeyI',
    'Shift+KeyJ',
    '$mod+Enter',
    'Comma',
    'Slash',
    'Digit1',
    'ArrowLeft',
    'Shift+Slash',
  ]);
});
