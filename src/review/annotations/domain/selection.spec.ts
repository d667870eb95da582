import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '../../../shared/errors.js';
import { namesTime, parseSelection, writeSelection, type Annotated, type Selector } from './selection.js';

const FRAME: Annotated = { kind: 'frame', frame: { width: 320, height: 240 } };
const CLIP: Annotated = { kind: 'clip', durationMs: 2000, frame: null };
const fragment = (value: string, refinedBy?: Selector): Selector => ({
  type: 'FragmentSelector',
  value,
  refinedBy,
});

function faultOf(selector: Selector | undefined, of: Annotated): [string, string | undefined] {
  try {
    parseSelection(selector, of, 'target.selector');
  } catch (error) {
    if (error instanceof InvalidInputError) return [error.code, error.errors[0]?.path];
    throw error;
  }
  return ['taken', undefined];
}

describe('a selection', () => {
  it('of a frame without a selector is the whole frame', () => {
    expect(parseSelection(undefined, FRAME, 'selector')).toEqual({ range: null, region: null });
  });

  it('joins a time range and a region, whichever refines the other', () => {
    const time = fragment('t=0.5,1');
    const area = fragment('xywh=percent:1,2,3,4');
    const joined = parseSelection({ ...time, refinedBy: area }, CLIP, 'selector');
    expect(parseSelection({ ...area, refinedBy: time }, CLIP, 'selector')).toEqual(joined);
    expect(joined).toMatchObject({ range: { startMs: 500, endMs: 1000 }, region: { form: 'fragment' } });
  });

  it('drawn at whole pixels is written at whole pixels again, whatever its percents are', () => {
    const value = '<svg viewBox="0 0 320 240"><polyline points="0,60 120,32 319,89"/></svg>';
    const drawn = parseSelection({ type: 'SvgSelector', value }, FRAME, 'selector');
    expect(writeSelection(drawn, FRAME.frame)).toEqual({
      type: 'SvgSelector',
      value:
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240"><polyline points="0,60 120,32 319,89"/></svg>',
    });
  });

  it('that is open at its end lasts until the clip ends', () => {
    expect(parseSelection(fragment('t=0.5'), CLIP, 'selector').range).toEqual({ startMs: 500, endMs: 2000 });
  });

  it('is not held against a duration that is not known', () => {
    const unknown: Annotated = { ...CLIP, durationMs: null };
    expect(parseSelection(fragment('t=5,9000'), unknown, 'selector').range?.endMs).toBe(9_000_000);
    expect(faultOf(fragment('t=5'), unknown)).toEqual(['bad_selector', 'target.selector']);
  });

  it.each([
    ['two regions', fragment('xywh=percent:1,1,1,1', fragment('xywh=percent:1,1,1,1')), FRAME, 'bad_selector', 'target.selector.refinedBy'], // prettier-ignore
    [
      'two time ranges',
      fragment('t=0,1', fragment('t=0,1')),
      CLIP,
      'bad_selector',
      'target.selector.refinedBy',
    ],
    ['a time range on a frame', fragment('t=0,1'), FRAME, 'bad_selector', 'target.selector'],
    ['no time range on a clip', fragment('xywh=percent:1,1,1,1'), CLIP, 'bad_selector', 'target.selector'],
    ['no selector on a clip', undefined, CLIP, 'bad_selector', 'target.selector'],
    ['pixels of a picture of unknown size', fragment('t=0,1&xywh=1,1,1,1'), CLIP, 'bad_selector', 'target.selector.value'], // prettier-ignore
    ['an end before the start', fragment('t=1,0.5'), CLIP, 'end_before_start', 'target.selector'],
    ['no time between start and end', fragment('t=1,1'), CLIP, 'end_before_start', 'target.selector'],
    ['an end after the end', fragment('t=1,2.001'), CLIP, 'past_the_end', 'target.selector'],
    ['a start after the end', fragment('t=3'), CLIP, 'past_the_end', 'target.selector'],
    ['a point beside the frame', { type: 'PointSelector', x: 101, y: 0 }, FRAME, 'outside_frame', 'target.selector'], // prettier-ignore
    ['another syntax', { ...fragment('t=0,1'), conformsTo: 'http://tools.ietf.org/rfc/rfc3236' }, CLIP, 'bad_selector', 'target.selector.conformsTo'], // prettier-ignore
  ] as [string, Selector | undefined, Annotated, string, string][])(
    'has not %s',
    (_what, selector, of, code, path) => {
      expect(faultOf(selector, of)).toEqual([code, path]);
    },
  );
});

describe('a selector', () => {
  it('is known to speak of time, on its own or by what refines it', () => {
    expect(namesTime(fragment('xywh=1,1,1,1&t=0,1'))).toBe(true);
    expect(namesTime({ type: 'PointSelector', x: 1, y: 1, refinedBy: fragment('t=0,1') })).toBe(true);
    expect(namesTime(fragment('xywh=1,1,1,1'))).toBe(false);
    expect(namesTime(undefined)).toBe(false);
  });
});
