import { describe, expect, it } from '@jest/globals';
import { versionTag } from '../platform/http/version-tag.js';
import { composedTag, matchesComposed } from './composed-tag.js';

const ID = '01997000-0000-7000-8000-000000000001';

describe('the tag of a composed answer', () => {
  it('changes with what is composed, and fits its version all the same', () => {
    const [before, after] = [composedTag(ID, 3, { clips: 1 }), composedTag(ID, 3, { clips: 2 })];
    expect(before).not.toBe(after);
    expect([before, after].map((tag) => matchesComposed(tag, ID, 3))).toEqual([true, true]);
  });

  it('does not fit another version or another resource', () => {
    expect(matchesComposed(composedTag(ID, 3, {}), ID, 4)).toBe(false);
    expect(matchesComposed(composedTag(ID, 3, {}), ID.replace(/1$/, '2'), 3)).toBe(false);
    expect(matchesComposed(composedTag(ID, 13, {}), ID, 3)).toBe(false);
    expect(matchesComposed(`W/${composedTag(ID, 3, {})}`, ID, 3)).toBe(false);
  });

  it('may be left out, be any, or be the bare version', () => {
    expect(matchesComposed(undefined, ID, 3)).toBe(true);
    expect(matchesComposed('*', ID, 3)).toBe(true);
    expect(matchesComposed(`"other", ${versionTag(ID, 3)}`, ID, 3)).toBe(true);
  });
});
