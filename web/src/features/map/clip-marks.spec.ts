import { describe, expect, it } from '@jest/globals';
import { clipOfMark, clipsContent } from './clip-marks';

const said = { kind: 'claimed', lat: 35.76, lon: 36.76, radiusM: null, ref: null } as const;
const found = { kind: 'found', lat: 35.77, lon: 36.7, radiusM: 50, ref: null } as const;

describe('clips on a map', () => {
  const { marks, lines } = clipsContent([
    { clipId: 'a', title: null, verification: 'disputed', places: [said, found] },
    { clipId: 'b', title: 'Square (invented)', verification: 'verified', places: [said] },
  ]);
  it('are filled where they were found and hollow where it was only said', () => {
    expect(marks.map(({ isHollow }) => isHollow)).toEqual([true, false, true]);
  });
  it('have the form of their verification', () => {
    expect(marks.map(({ shape }) => shape)).toEqual(['triangle', 'triangle', 'star']);
  });
  it('join what was said with what was found', () => expect(lines).toHaveLength(1));
  it('lead back to the clip', () => expect(marks.map(({ id }) => clipOfMark(id))).toEqual(['a', 'a', 'b']));
});
