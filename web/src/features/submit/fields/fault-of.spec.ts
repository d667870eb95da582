import { expect, it } from '@jest/globals';
import { faultsAt, faultsElsewhere } from './fault-of';

const fault = (path: string) => ({ path, message: 'no' });

it('each fault of the API stands at one field, or with the row', () => {
  const faults = ['claims.location.lat', 'claims.other.value.plate', 'claims.time', 'url', 'something'].map(
    fault,
  );
  expect(faultsAt(faults, 'claims.location.coordinates')).toEqual([fault('claims.location.lat')]);
  expect(faultsAt(faults, 'claims.other.value')).toEqual([fault('claims.other.value.plate')]);
  expect(faultsAt(faults, 'url')).toEqual([fault('url')]);
  expect(faultsElsewhere(faults)).toEqual([fault('claims.time'), fault('something')]);
});
