import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInputError } from '../../../shared/errors.js';
import {
  parseSelection,
  writeSelection,
  type Annotated,
  type Selection,
  type Selector,
} from './selection.js';
import { settleShape, type FrameSize, type Shape } from './shapes.js';
import { parseSvg } from './svg-shapes.js';

const percent = fc.double({ min: 0, max: 100, noNaN: true });
const point = fc.record({ x: percent, y: percent });
const frame: fc.Arbitrary<FrameSize> = fc.record({
  width: fc.integer({ min: 16, max: 16_384 }),
  height: fc.integer({ min: 16, max: 16_384 }),
});

const pointShape = point.map((at): Shape => ({ kind: 'point', at }));
const rectangle = fc.tuple(point, point).map(([a, b]): Shape => ({
  kind: 'rectangle',
  at: { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y) },
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
}));
const ellipse = fc.tuple(point, fc.double({ min: 0, max: 1, noNaN: true })).map(([centre, share]): Shape => ({
  kind: 'ellipse',
  centre,
  radiusX: share * Math.min(centre.x, 100 - centre.x),
  radiusY: share * Math.min(centre.y, 100 - centre.y),
}));
const polygon = fc
  .array(point, { minLength: 3, maxLength: 30 })
  .map((points): Shape => ({ kind: 'polygon', points }));
const line = fc
  .array(point, { minLength: 2, maxLength: 30 })
  .map((points): Shape => ({ kind: 'line', points }));

const visible = (shape: Shape) =>
  !(shape.kind === 'rectangle' && (shape.width === 0 || shape.height === 0)) &&
  !(shape.kind === 'ellipse' && (shape.radiusX === 0 || shape.radiusY === 0));
/** As a request leaves them: on the grid, within the frame, large enough to be seen. */
const settled = (shape: fc.Arbitrary<Shape>) =>
  shape
    .map((drawn) => settleShape(drawn))
    .filter((kept) => kept !== undefined && visible(kept)) as fc.Arbitrary<Shape>;

const region = fc.oneof(
  settled(fc.oneof(pointShape, rectangle)).map((shape) => ({ form: 'fragment' as const, shapes: [shape] })),
  settled(pointShape).map((shape) => ({ form: 'point' as const, shapes: [shape] })),
  fc
    .array(settled(fc.oneof(pointShape, rectangle, ellipse, polygon, line)), { minLength: 1, maxLength: 8 })
    .map((shapes) => ({ form: 'svg' as const, shapes })),
);
const DURATION_MS = 6 * 3_600_000;
const range = fc
  .tuple(fc.integer({ min: 0, max: DURATION_MS - 1 }), fc.integer({ min: 1, max: DURATION_MS }))
  .filter(([start, end]) => start < end)
  .map(([startMs, endMs]) => ({ startMs, endMs }));

function roundTrip(selection: Selection, size: FrameSize | null, of: Annotated): Selection {
  return parseSelection(writeSelection(selection, size), of, 'selector');
}

describe('a selection that is written and read again', () => {
  it('is the same, on any frame', () => {
    fc.assert(
      fc.property(fc.option(region), frame, (drawn, size) => {
        const selection = { range: null, region: drawn };
        expect(roundTrip(selection, size, { kind: 'frame', frame: size })).toEqual(selection);
      }),
    );
  });

  it('is the same when the frame comes back in another size, though its drawing is in pixels', () => {
    fc.assert(
      fc.property(region, frame, frame, (drawn, size, later) => {
        const selection = { range: null, region: drawn };
        expect(roundTrip(selection, size, { kind: 'frame', frame: later })).toEqual(selection);
      }),
    );
  });

  it('is the same for a part of a clip’s time and picture, its size known or not', () => {
    fc.assert(
      fc.property(range, fc.option(region), fc.option(frame), (time, drawn, size) => {
        const selection = { range: time, region: drawn };
        const clip: Annotated = { kind: 'clip', durationMs: DURATION_MS, frame: size };
        expect(roundTrip(selection, size, clip)).toEqual(selection);
      }),
    );
  });
});

describe('what a person drew', () => {
  it('is kept to a hundredth of a pixel of a 4K frame', () => {
    fc.assert(
      fc.property(fc.oneof(rectangle, ellipse), (drawn) => {
        const kept = settleShape(drawn);
        const at = (shape: Shape | undefined) =>
          shape?.kind === 'rectangle'
            ? shape.at
            : shape?.kind === 'ellipse'
              ? shape.centre
              : { x: NaN, y: NaN };
        expect(Math.abs(at(kept).x - at(drawn).x) * 38.4).toBeLessThan(0.01);
        expect(Math.abs(at(kept).y - at(drawn).y) * 21.6).toBeLessThan(0.01);
      }),
    );
  });
});

function outcomeOf(selector: Selector): string {
  const of: Annotated = { kind: 'clip', durationMs: 1000, frame: { width: 16, height: 16 } };
  try {
    parseSelection(selector, of, 'selector');
    return 'read';
  } catch (error) {
    return error instanceof InvalidInputError ? `${error.code} at ${error.errors[0]?.path}` : String(error);
  }
}

describe('any text as a selector', () => {
  it('is read or refused by name, never anything else', () => {
    const markup = fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '<svg>',
            '</svg>',
            '<rect ',
            '<g>',
            '</g>',
            'width="',
            '"',
            '/>',
            '<!--',
            '-->',
            '<![CDATA[',
            '>',
          ),
          fc.string({ maxLength: 5 }),
          fc.float().map(String),
        ),
        { maxLength: 20 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(markup, fc.string()),
        fc.constantFrom('SvgSelector' as const, 'FragmentSelector' as const),
        (value, type) => expect(outcomeOf({ type, value })).toMatch(/^(read|[a-z_]+ at selector[.a-zA-Z]*)$/),
      ),
      { numRuns: 500 },
    );
  });

  it('of a quarter of a megabyte takes no more than a moment', () => {
    const hostile = [
      '<svg>'.repeat(52_000),
      '<g '.repeat(80_000),
      `<svg ${'a="" '.repeat(50_000)}>`,
      '&lt;'.repeat(65_000),
    ];
    for (const text of hostile) {
      const start = performance.now();
      expect(() => parseSvg(text, { width: 16, height: 16 }, 'value')).toThrow(InvalidInputError);
      expect(performance.now() - start).toBeLessThan(1_000);
    }
  });
});
