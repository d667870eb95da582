import { describe, expect, it } from '@jest/globals';
import { addressOf, readMapAddress } from './map-address';

describe('the address of the map page', () => {
  const whole = {
    case: '01970000-0000-7000-8000-000000000001',
    verification: 'disputed',
    from: '2020-02-08T00:00Z',
    to: '2020-02-10T12:30Z',
  };
  it('comes out as it went in', () => expect(addressOf(readMapAddress(whole))).toEqual(whole));
  it('is empty by default', () => expect(addressOf(readMapAddress({}))).toEqual({}));
  it('forgets what makes no sense', () => {
    const odd = { case: 'x', verification: 'toString', from: whole.to, to: whole.from };
    expect(addressOf(readMapAddress(odd))).toEqual({});
  });
});
