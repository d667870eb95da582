import { expect, it } from '@jest/globals';
import { fieldsOf, valueOf } from './value-fields';

it('a found place has an uncertainty, a claimed one a radius', () => {
  expect(fieldsOf('location', true).map(({ name }) => name)).toContain('uncertaintyM');
  expect(fieldsOf('location', false).map(({ name }) => name)).toContain('radiusM');
});

it('makes a value of what was typed, numbers as numbers', () => {
  const fields = fieldsOf('location', true);
  expect(
    valueOf(fields, { place: ' Khan al-Sebel ', coordinates: '35.76, 36.76', uncertaintyM: '40' }),
  ).toEqual({
    place: 'Khan al-Sebel',
    coordinates: '35.76, 36.76',
    uncertaintyM: 40,
  });
});

it('leaves what is no number for the desk to refuse, and makes no value of nothing', () => {
  const fields = fieldsOf('location', true);
  expect(valueOf(fields, { uncertaintyM: 'about 40' })).toEqual({ uncertaintyM: 'about 40' });
  expect(valueOf(fields, { place: '  ' })).toBeUndefined();
});
