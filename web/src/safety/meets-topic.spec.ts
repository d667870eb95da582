import { expect, it } from '@jest/globals';
import { meetsTopic } from './meets-topic';

it('a tag meets a topic whatever its case, and only as a whole', () => {
  expect(meetsTopic(['siege', 'Children'], ['children'])).toBe(true);
  expect(meetsTopic(['أطفال'], ['أطفال'])).toBe(true);
  expect(meetsTopic(['grandchildren'], ['children'])).toBe(false);
  expect(meetsTopic([], ['children'])).toBe(false);
  expect(meetsTopic(['children'], [])).toBe(false);
});
