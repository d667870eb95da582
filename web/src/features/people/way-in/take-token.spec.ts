import { expect, it } from '@jest/globals';
import { takeToken } from './take-token';
import { waitText } from './wait-text';

it('the secret leaves the address and is still known when the page is redrawn', () => {
  const seen: unknown[] = [];
  const past = { state: { at: 1 }, replaceState: (...args: unknown[]) => void seen.push(args) };
  expect(takeToken({ hash: '', pathname: '/setup' }, past)).toBeNull();
  expect(takeToken({ hash: '#token=abc', pathname: '/setup' }, past)).toBe('abc');
  expect(seen).toEqual([[{ at: 1 }, '', '/setup']]);
  expect(takeToken({ hash: '', pathname: '/setup' }, past)).toBe('abc');
});

it('a wait is shown as a clock', () => {
  expect([waitText(899), waitText(61), waitText(5)]).toEqual(['14:59', '1:01', '0:05']);
});
