import { describe, expect, it } from '@jest/globals';
import { isForeignPage, isOwnPage, type Provenance } from './same-origin.js';

const post = (over: Partial<Provenance>): Provenance => ({
  method: 'POST',
  host: 'desk.example.org:3000',
  origin: undefined,
  secFetchSite: undefined,
  ...over,
});

describe('a request that rests on a cookie', () => {
  it.each<[string, Partial<Provenance>, string | null]>([
    ['reads, wherever it came from', { method: 'GET', origin: 'https://evil.example' }, null],
    ['comes from a program, which sends neither', {}, null],
    ['names the host as its origin', { origin: 'http://desk.example.org:3000' }, null],
    ['names the public address', { origin: 'https://desk.example.org' }, 'https://desk.example.org'],
    ['says same-origin in the browser’s own header', { secFetchSite: 'same-origin' }, null],
    [
      'says same-origin behind a proxy that changed the host',
      { secFetchSite: 'same-origin', origin: 'https://desk.example.org', host: 'api:3000' },
      null,
    ],
  ])('is taken when it %s', (_what, over, publicOrigin) => {
    expect(isOwnPage(post(over), publicOrigin)).toBe(true);
  });

  it.each<[string, Partial<Provenance>]>([
    ['comes from elsewhere', { origin: 'https://evil.example' }],
    ['comes from another port', { origin: 'http://desk.example.org:3001' }],
    ['comes from a name that ends like ours', { origin: 'http://evil-desk.example.org:3000' }],
    ['comes from a hidden origin', { origin: 'null' }],
    ['comes from a sibling site', { secFetchSite: 'same-site', origin: 'http://desk.example.org:3000' }],
    [
      'is cross-site although its origin looks right',
      { secFetchSite: 'cross-site', origin: 'http://desk.example.org:3000' },
    ],
    ['names no host', { host: undefined, origin: 'http://desk.example.org:3000' }],
  ])('is refused when it %s', (_what, over) => {
    expect(isOwnPage(post(over), null)).toBe(false);
  });
});

describe('a request that signs in', () => {
  it('is taken from programs, which send no origin', () => {
    expect(isForeignPage(post({}), null)).toBe(false);
  });

  it.each<[string, Partial<Provenance>]>([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['a foreign page', { secFetchSite: 'cross-site' }],
    ['a hidden origin', { origin: 'null' }],
  ])('is refused from %s', (_what, over) => {
    expect(isForeignPage(post(over), null)).toBe(true);
  });
});
