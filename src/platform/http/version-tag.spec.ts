import { describe, expect, it } from '@jest/globals';
import { matchesVersion, noneMatch, versionTag, viewTag } from './version-tag.js';

const tag = versionTag('0197', 3);

describe('If-Match', () => {
  it.each([
    [undefined, true],
    ['*', true],
    ['"0197.3"', true],
    ['"x", "0197.3"', true],
    ['"0197.2"', false],
    ['"0197.31"', false],
    [viewTag('0197', 3, { shown: 'this' }), true],
    [viewTag('0197', 2, { shown: 'this' }), false],
    // Strong comparison: a weak tag never matches (RFC 9110 §13.1.1).
    ['W/"0197.3"', false],
  ])('%s fits version 3: %s', (header, fits) => {
    expect(matchesVersion(header, '0197', 3)).toBe(fits);
  });
});

describe('the tag of a view', () => {
  it('tells two views of one version apart', () => {
    expect(viewTag('0197', 3, { shown: 'this' })).not.toBe(viewTag('0197', 3, { shown: 'that' }));
  });
});

describe('If-None-Match', () => {
  it.each([
    [undefined, true],
    ['*', false],
    [tag, false],
    [`W/${tag}`, false],
    [`"x", ${tag}`, false],
    ['"0197.2"', true],
  ])('%s asks for the body: %s', (header, body) => {
    expect(noneMatch(header, tag)).toBe(body);
  });
});
