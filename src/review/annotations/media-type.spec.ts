import { describe, expect, it } from '@jest/globals';
import { prefersJsonLd } from './media-type.js';

describe('an annotation is called JSON-LD', () => {
  it.each([
    ['application/ld+json', true],
    ['application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', true],
    ['application/json;q=0.5, application/ld+json', true],
    ['application/json, application/ld+json;q=0.5', false],
    ['application/ld+json;q=0', false],
    ['application/json', false],
    ['*/*', false],
    ['', false],
  ])('for Accept: %s → %s', (accept, expected) => {
    expect(prefersJsonLd(accept)).toBe(expected);
  });
});
