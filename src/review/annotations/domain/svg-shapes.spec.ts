import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '../../../shared/errors.js';
import { parseSvg } from './svg-shapes.js';

const FRAME = { width: 200, height: 100 };
const parse = (text: string) => parseSvg(text, FRAME, 'value');
const codeOf = (text: string) => {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.code;
    throw error;
  }
};

describe('the shapes of an SVG', () => {
  it.each([
    ['polygon', '<polygon points="0,0 200,0 100,100"/>', { kind: 'polygon', points: [{ x: 0, y: 0 }, { x: 100, y: 0 }, { x: 50, y: 100 }] }], // prettier-ignore
    ['polyline', '<polyline points="0 0, 100 50"/>', { kind: 'line', points: [{ x: 0, y: 0 }, { x: 50, y: 50 }] }], // prettier-ignore
    ['line', '<line x1="20" y1="10" x2="40" y2="10"/>', { kind: 'line', points: [{ x: 10, y: 10 }, { x: 20, y: 10 }] }], // prettier-ignore
    ['rect', '<rect x="20" y="10" width="100" height="50"/>', { kind: 'rectangle', at: { x: 10, y: 10 }, width: 50, height: 50 }], // prettier-ignore
    ['circle', '<circle cx="100" cy="50" r="10"/>', { kind: 'ellipse', centre: { x: 50, y: 50 }, radiusX: 5, radiusY: 10 }], // prettier-ignore
    ['ellipse', '<ellipse cx="100" cy="50" rx="20" ry="5"/>', { kind: 'ellipse', centre: { x: 50, y: 50 }, radiusX: 10, radiusY: 5 }], // prettier-ignore
    ['circle without radius', '<circle cx="100" cy="50"/>', { kind: 'point', at: { x: 50, y: 50 } }],
  ])('%s is read in the pixels of the frame', (_name, element, shape) => {
    expect(parse(`<svg>${element}</svg>`)).toEqual([shape]);
  });

  it('are read in the viewBox, which lies over the whole frame', () => {
    const text = '<svg viewBox="10 10 10 10"><rect x="15" y="10" width="5" height="5"/></svg>';
    expect(parseSvg(text, null, 'value')).toEqual([
      { kind: 'rectangle', at: { x: 50, y: 0 }, width: 50, height: 50 },
    ]);
  });

  it('come without what only makes them look', () => {
    const plain = parse('<svg><rect width="20" height="10"/></svg>');
    const dressed = `<?xml version="1.0"?><!-- drawn --><svg xmlns="http://www.w3.org/2000/svg" width="200" height="100">
      <g class="a9s" fill="none"><rect stroke="#f00" stroke-width="2" width="20" height="10"></rect></g></svg>`;
    expect(parse(dressed)).toEqual(plain);
  });
});

describe('refused', () => {
  it.each([
    ['a script', '<svg><script>alert(1)</script></svg>'],
    ['a handler', '<svg onload="alert(1)"><rect width="1" height="1"/></svg>'],
    ['a style', '<svg><rect width="1" height="1" style="fill:url(https://example.org)"/></svg>'],
    ['a paint from elsewhere', '<svg><rect width="1" height="1" fill="url(#a)"/></svg>'],
    ['a link', '<svg><use href="#a"/></svg>'],
    ['a picture', '<svg><image href="https://example.org/x.png" width="9" height="9"/></svg>'],
    ['foreign elements', '<svg><foreignObject/></svg>'],
    ['a path', '<svg><path d="M0 0L1 1"/></svg>'],
    ['a transformation', '<svg><g transform="scale(2)"><rect width="1" height="1"/></g></svg>'],
    ['rounded corners', '<svg><rect width="9" height="9" rx="3"/></svg>'],
    ['an entity', '<!DOCTYPE svg [<!ENTITY x "y">]><svg><rect width="1" height="1"/></svg>'],
    ['another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"><rect width="1" height="1"/></svg>'],
    ['text', '<svg><rect width="1" height="1"/>hello</svg>'],
    ['CDATA', '<svg><![CDATA[x]]><rect width="1" height="1"/></svg>'],
    ['no shape', '<svg></svg>'],
    ['no svg', '<rect width="1" height="1"/>'],
    ['two drawings', '<svg><rect width="1" height="1"/></svg><svg><rect width="1" height="1"/></svg>'],
    ['a drawing without end', '<svg><rect width="1" height="1"/>'],
    ['a shape within a shape', '<svg><rect width="9" height="9"><rect width="1" height="1"/></rect></svg>'],
    ['an attribute of the prototype', '<svg><rect width="9" height="9" constructor="1"/></svg>'],
    ['an element of the prototype', '<svg><constructor/></svg>'],
    ['a number with a unit', '<svg><circle cx="10%" cy="5" r="1"/></svg>'],
    ['NaN', '<svg><circle cx="NaN" cy="5" r="1"/></svg>'],
    ['infinity', '<svg><circle cx="1e999" cy="5" r="1"/></svg>'],
    ['a negative radius', '<svg><circle cx="50" cy="50" r="-5"/></svg>'],
    ['half a point', '<svg><polyline points="1,1 2"/></svg>'],
    ['a polygon of two points', '<svg><polygon points="1,1 2,2"/></svg>'],
    ['a viewBox without area', '<svg viewBox="0 0 0 10"><rect width="1" height="1"/></svg>'],
    ['deep groups', `<svg>${'<g>'.repeat(50_000)}</svg>`],
  ])('%s', (_what, text) => {
    expect(codeOf(text)).toBe('bad_selector');
  });

  it('what leaves the frame', () => {
    expect(codeOf('<svg><polygon points="0,0 201,0 10,10"/></svg>')).toBe('outside_frame');
    expect(codeOf('<svg><circle cx="2" cy="50" r="10"/></svg>')).toBe('outside_frame');
  });

  it('more than a thousand points, in one shape or in many', () => {
    const points = (count: number) => '1,1 '.repeat(count);
    expect(codeOf(`<svg><polygon points="${points(1000)}"/></svg>`)).toHaveLength(1);
    expect(codeOf(`<svg><polygon points="${points(1001)}"/></svg>`)).toBe('too_many_points');
    expect(codeOf(`<svg>${'<circle r="0"/>'.repeat(1001)}</svg>`)).toBe('too_many_points');
    expect(codeOf(`<svg><polygon points="${points(500)}"/><polyline points="${points(501)}"/></svg>`)).toBe(
      'too_many_points',
    );
  });
});
