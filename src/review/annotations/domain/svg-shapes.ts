import { Parser } from 'htmlparser2';
import { badSelector } from './bad-selector.js';
import { settle } from './settle.js';
import { countPoints, MAX_POINTS, type FrameSize, type Point, type Shape } from './shapes.js';

/** Coordinates of the drawing that its viewBox maps on the whole frame. */
interface Space {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Attributes = Readonly<Record<string, string>>;

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
/** Groups may nest a little; the parser's stack takes quadratic time for a deep one. */
const MAX_DEPTH = 8;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
/** Taken off: how a line looks is not what it marks. Any other attribute could move the shape or reach outside. */
const LOOKS = new Set([
  'fill',
  'stroke',
  'stroke-width',
  'fill-opacity',
  'stroke-opacity',
  'opacity',
  'class',
]);
const PLAIN_LOOK = /^[\w#.,% -]{0,100}$/;

const GEOMETRY: Readonly<Record<string, readonly string[]>> = {
  rect: ['x', 'y', 'width', 'height'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
  g: [],
};

/**
 * The shapes of an SvgSelector (Web Annotation Data Model §4.2.7): polygon, polyline, line, circle, ellipse and rect, at most
 * 1 000 points in all. Numbers are in the viewBox, which lies over the whole frame; without one they are the frame's pixels.
 * Everything else that SVG knows is refused: nothing of what is kept can run, load or be moved.
 * @throws InvalidInputError by `badSelector`, at `path`.
 */
export function parseSvg(text: string, frame: FrameSize | null, path: string): Shape[] {
  const reader = new SvgReader(frame, path);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: () => reader.close(),
      ontext: (data) => reader.text(data),
      onprocessinginstruction: (name) => reader.instruction(name),
      oncdatastart: () => reader.text('CDATA'),
    },
    { xmlMode: true },
  );
  parser.write(text);
  const shapes = reader.finish();
  parser.end();
  return shapes;
}

class SvgReader {
  readonly #shapes: Shape[] = [];
  #space: Space | null = null;
  /** Names of the elements that are open. */
  readonly #open: string[] = [];
  #points = 0;
  #roots = 0;

  constructor(
    private readonly frame: FrameSize | null,
    private readonly path: string,
  ) {}

  open(name: string, attributes: Attributes): void {
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#openRoot(name, attributes);
    else if (parent === 'svg' || parent === 'g') this.#openShape(name, attributes);
    else throw this.#bad('a shape holds nothing');
    this.#open.push(name);
    if (this.#open.length > MAX_DEPTH) throw this.#bad('groups are nested too deeply');
  }

  close(): void {
    this.#open.pop();
  }

  text(data: string): void {
    if (data.trim() !== '') throw this.#bad('only shapes may stand in the drawing');
  }

  instruction(name: string): void {
    if (name !== '?xml') throw this.#bad('declarations and entities are not taken');
  }

  finish(): Shape[] {
    if (this.#open.length > 0 || this.#roots !== 1) throw this.#bad('expected one complete svg element');
    if (this.#shapes.length === 0) throw this.#bad('the drawing has no shape');
    return this.#shapes;
  }

  #openRoot(name: string, attributes: Attributes): void {
    this.#roots += 1;
    if (name !== 'svg' || this.#roots > 1) throw this.#bad('expected one svg element');
    const known = new Set(['xmlns', 'viewBox', 'width', 'height', 'version', 'preserveAspectRatio']);
    this.#checkAttributes(attributes, known);
    if ((attributes['xmlns'] ?? SVG_NAMESPACE) !== SVG_NAMESPACE) throw this.#bad('not the namespace of SVG');
    this.#space = this.#spaceOf(attributes['viewBox']);
  }

  #spaceOf(viewBox: string | undefined): Space {
    if (viewBox === undefined) {
      if (this.frame !== null) return { left: 0, top: 0, ...this.frame };
      throw this.#bad('the size of the picture is not known: give a viewBox over the whole of it');
    }
    const [left, top, width, height, ...more] = this.#numbers(viewBox);
    const complete = left !== undefined && top !== undefined && width !== undefined && height !== undefined;
    if (!complete || more.length > 0 || width <= 0 || height <= 0) {
      throw this.#bad('a viewBox is: left top width height');
    }
    return { left, top, width, height };
  }

  #openShape(name: string, attributes: Attributes): void {
    const geometry = Object.hasOwn(GEOMETRY, name) ? GEOMETRY[name] : undefined;
    if (geometry === undefined) throw this.#bad(`the element ${name.slice(0, 40)} is not taken`);
    this.#checkAttributes(attributes, new Set(geometry));
    if (name === 'g') return;
    const drawn = this.#draw(name, attributes);
    this.#points += countPoints(drawn);
    if (this.#points > MAX_POINTS) throw this.#tooMany();
    this.#shapes.push(settle(drawn, this.path));
  }

  #draw(name: string, attributes: Attributes): Shape {
    if (name === 'polygon' || name === 'polyline') {
      const points = this.#pointList(attributes['points'] ?? '');
      if (points.length < (name === 'polygon' ? 3 : 2)) throw this.#bad(`a ${name} needs more points`);
      return { kind: name === 'polygon' ? 'polygon' : 'line', points };
    }
    const [a, b, c, d] = (GEOMETRY[name] ?? []).map((side) => this.#length(attributes[side]));
    if (name === 'line') {
      return { kind: 'line', points: [this.#place(a ?? 0, b ?? 0), this.#place(c ?? 0, d ?? 0)] };
    }
    const { width, height } = this.#scaled(c ?? 0, name === 'circle' ? (c ?? 0) : (d ?? 0));
    if (width < 0 || height < 0) throw this.#bad('a size is negative');
    const at = this.#place(a ?? 0, b ?? 0);
    if (width === 0 && height === 0) return { kind: 'point', at };
    if (width === 0 || height === 0) throw this.#bad('one side has no length');
    return name === 'rect'
      ? { kind: 'rectangle', at, width, height }
      : { kind: 'ellipse', centre: at, radiusX: width, radiusY: height };
  }

  #pointList(text: string): Point[] {
    // Counted before they are read: a hundred thousand are refused without being made.
    const numbers = text.trim().split(/\s*,\s*|\s+/);
    if (numbers.length > 2 * MAX_POINTS) throw this.#tooMany();
    const read = this.#numbers(text);
    if (read.length % 2 !== 0) throw this.#bad('a point has no y');
    return Array.from({ length: read.length / 2 }, (_, index) =>
      this.#place(read[2 * index] ?? NaN, read[2 * index + 1] ?? NaN),
    );
  }

  #numbers(text: string): number[] {
    return text
      .trim()
      .split(/\s*,\s*|\s+/)
      .map((number) => this.#length(number));
  }

  #length(text: string | undefined): number {
    if (text === undefined) return 0;
    const number = text.trim();
    // Beyond any picture; and 1e999 would be infinite.
    if (number.length > 40 || !NUMBER.test(number) || Math.abs(Number(number)) > 1e9) {
      throw this.#bad('a coordinate is not a plain number');
    }
    return Number(number);
  }

  #place(x: number, y: number): Point {
    const { left, top } = this.#space ?? { left: 0, top: 0 };
    const { width, height } = this.#scaled(x - left, y - top);
    return { x: width, y: height };
  }

  #scaled(x: number, y: number): { width: number; height: number } {
    const { width, height } = this.#space ?? { width: 100, height: 100 };
    return { width: (x / width) * 100, height: (y / height) * 100 };
  }

  #checkAttributes(attributes: Attributes, known: ReadonlySet<string>): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (known.has(name)) continue;
      if (!LOOKS.has(name) || !PLAIN_LOOK.test(value)) {
        throw this.#bad(`the attribute ${name.slice(0, 40)} is not taken`);
      }
    }
  }

  #bad(message: string) {
    return badSelector('bad_selector', this.path, message);
  }

  #tooMany() {
    return badSelector('too_many_points', this.path, `at most ${MAX_POINTS} points`);
  }
}
