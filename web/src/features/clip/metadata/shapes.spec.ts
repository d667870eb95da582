import { expect, it } from '@jest/globals';
import { bitRateOf, matchingTags } from './shapes.js';

it('finds tags by words of their name and text, in any order and case', () => {
  const tags = { 'QuickTime:Make': 'Example', 'QuickTime:CreateDate': '2020:02:09', 'XMP:Tool': 'example' };
  expect(matchingTags(tags, 'example QUICK').map(([name]) => name)).toEqual(['QuickTime:Make']);
  expect(matchingTags(tags, ' ').map(([name]) => name)).toEqual([
    'QuickTime:CreateDate',
    'QuickTime:Make',
    'XMP:Tool',
  ]);
});

it('writes bit rates as people compare them', () => {
  expect([bitRateOf(null), bitRateOf(950_400), bitRateOf(12_480_000)]).toEqual([
    null,
    '950 kbit/s',
    '12.5 Mbit/s',
  ]);
});
