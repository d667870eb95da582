import { expect, it } from '@jest/globals';
import { readAddress } from './address.js';

const frame = '0197aaaa-0000-7000-8000-000000000001';

it('an empty address opens the claims at the clip’s start', () => {
  expect(readAddress({})).toEqual({ panel: 'claims', t: undefined, frame: undefined, view: 'desk' });
});

it('a place in the clip is read from numbers and from digits', () => {
  expect(readAddress({ t: 12_480.4 }).t).toBe(12_480);
  expect(readAddress({ t: '900', frame, panel: 'custody', view: 'sheet' })).toEqual({
    panel: 'custody',
    t: 900,
    frame,
    view: 'sheet',
  });
});

it.each([
  { panel: 'nowhere', t: -1, frame: '../../x', view: 'full' },
  { panel: ['claims'], t: 'soon', frame: 7, view: null },
  { t: Number.POSITIVE_INFINITY, frame: `${frame}'` },
])('what means nothing is as if it were not there: %j', (search) => {
  expect(readAddress(search)).toEqual(readAddress({}));
});
