import { expect, it } from '@jest/globals';
import { placeOnDesk } from './place-on-desk';

it.each(['/clips?work=needs_help', '/clips/0190?panel=place#t', '/', '/عربي'])('goes to %j', (next) => {
  expect(decodeURI(placeOnDesk(next))).toBe(next);
});

it.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/.//elsewhere.example',
  '/x/..//elsewhere.example',
  'https://elsewhere.example',
  'javascript:alert(1)',
  ' /clips',
  '/sign-in?next=/sign-in',
  '',
  12,
  undefined,
  ['/clips'],
])('does not follow %j', (next) => {
  expect(placeOnDesk(next)).toBe('/inbox');
});
