import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '../../../shared/errors.js';
import { parseFragment, writeFragment } from './media-fragment.js';

const FRAME = { width: 320, height: 240 };
const parse = (value: string) => parseFragment(value, FRAME, 'value');
const codeOf = (value: string) => {
  try {
    return parse(value);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.code;
    throw error;
  }
};

describe('xywh', () => {
  it('is percent of the frame, or its pixels', () => {
    const rectangle = { kind: 'rectangle', at: { x: 10, y: 20 }, width: 50, height: 25 };
    expect(parse('xywh=percent:10,20,50,25').shape).toEqual(rectangle);
    expect(parse('xywh=pixel:32,48,160,60').shape).toEqual(rectangle);
    expect(parse('xywh=32,48,160,60').shape).toEqual(rectangle);
  });

  it('without width and height is a point', () => {
    expect(parse('xywh=percent:10,20,0,0').shape).toEqual({ kind: 'point', at: { x: 10, y: 20 } });
  });

  it('may cover the whole frame, and is drawn in from the rounding of drawing programs', () => {
    expect(parse('xywh=percent:0,0,100,100').shape).toMatchObject({ width: 100, height: 100 });
    expect(parse('xywh=percent:66.66667,0,33.33334,100').shape).toMatchObject({
      at: { x: 66.6667 },
      width: 33.3333,
    });
  });

  it.each([
    ['outside to the right', 'xywh=percent:90,0,11,5', 'outside_frame'],
    ['outside below, in pixels', 'xywh=0,200,10,41', 'outside_frame'],
    ['negative', 'xywh=percent:-1,0,5,5', 'bad_selector'],
    ['NaN', 'xywh=percent:NaN,0,5,5', 'bad_selector'],
    ['endless', 'xywh=percent:1e99,0,5,5', 'bad_selector'],
    ['a line', 'xywh=percent:1,1,5,0', 'bad_selector'],
    ['too small to be seen', 'xywh=percent:1,1,0.00001,0.00001', 'bad_selector'],
    ['three numbers', 'xywh=1,1,5', 'bad_selector'],
    ['another unit', 'xywh=em:1,1,5,5', 'bad_selector'],
    ['given twice', 'xywh=1,1,5,5&xywh=1,1,5,5', 'bad_selector'],
    ['beside something unknown', 'xywh=1,1,5,5&track=1', 'bad_selector'],
  ])('is refused when it is %s', (_what, value, code) => {
    expect(codeOf(value)).toBe(code);
  });

  it('in pixels needs the size of the picture', () => {
    expect(() => parseFragment('xywh=1,1,5,5', null, 'value')).toThrow(InvalidInputError);
    expect(parseFragment('xywh=percent:1,1,5,5', null, 'value').shape).toMatchObject({ width: 5 });
  });
});

describe('t', () => {
  it.each([
    ['t=1.5,2', 1500, 2000],
    ['t=npt:10,20', 10_000, 20_000],
    ['t=,2.001', 0, 2001],
    ['t=90', 90_000, null],
    ['t=01:30,1:00:00.5', 90_000, 3_600_500],
    ['#t=1,2', 1000, 2000],
  ])('%s is read in seconds or by the clock', (value, startMs, endMs) => {
    expect(parse(value).range).toEqual({ startMs, endMs });
  });

  it.each(['t=', 't=,', 't=a,b', 't=-1,2', 't=1;2', 't=1,2,3', 't=1:99,2:00', 't=smpte:0:0:1'])(
    '%s is refused',
    (value) => {
      expect(codeOf(value)).toBe('bad_selector');
    },
  );

  it('stands beside an area in one fragment, in either order', () => {
    const both = parse('xywh=percent:1,2,3,4&t=1,2');
    expect(both).toEqual(parse('t=1,2&xywh=percent:1,2,3,4'));
    expect(writeFragment({ startMs: 1000, endMs: 2000 }, both.shape)).toBe('t=1,2&xywh=percent:1,2,3,4');
  });
});
