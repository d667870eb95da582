import fc from 'fast-check';

/** A part of the OpenAPI document's schemas, as far as values are made from it. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
}

/** At the ends of what calendars and PostgreSQL know; some are no days at all. */
const DATES = ['0000-01-01', '0001-01-01', '9999-12-31', '2020-02-30', '2020-02-09', '1969-12-31'];
export const INSTANTS = [
  '0000-12-31T23:59:59Z',
  '0001-01-01T00:00:00+00:01',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '9999-12-31T23:59:59-23:59',
  '2020-02-09T23:59:59.999999+23:59',
  '2020-02-30T00:00:00Z',
  '2020-02-09',
  `2020-02-09T00:00:00.${'9'.repeat(200)}Z`,
];
export const TEXTS = [
  '',
  ' ',
  'plain words (invented)',
  '<script>alert(1)</script>',
  "'; drop table clip; --",
  '%_\\',
  '\u202egpj.exe',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  '\u{1F4A3}'.repeat(60),
  '\ufdfa'.repeat(300),
  'x'.repeat(300),
  'x y '.repeat(5_000),
  '../../etc/passwd',
  '${7*7}',
  '__proto__',
];
const NUMBERS = [0, -0, -1, 1, 0.5, 1e-320, 2 ** 31 - 1, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e21, -1e308, 1e308];
/** What takes the place of a value of another kind. */
const STRANGERS: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[]],
  [null],
  { length: 1 },
  ...NUMBERS,
  ...TEXTS,
  Array.from({ length: 1_001 }, () => 0),
  '1e999',
  'NaN',
  'x'.repeat(200_000),
];

/** Makes values that fit a schema but for one part, which is at the edge, of another kind, or not asked for. */
export class HostileValues {
  constructor(
    private readonly schemas: Readonly<Record<string, Schema>>,
    /** Ids that may stand wherever an id is asked for. */
    private readonly ids: readonly string[],
  ) {}

  /** @param fitting the fields of a body that is taken as it is; made up where absent. */
  of(schema: Schema, fitting?: unknown): fc.Arbitrary<unknown> {
    const whole = this.#resolve(schema);
    const choices = whole.anyOf ?? whole.oneOf;
    if (choices !== undefined) return fc.oneof(...choices.map((choice) => this.of(choice, fitting)));
    const types = typesOf(whole);
    const inside = types.map((type) => {
      if (type === 'object') return this.#faultyObject(whole, fitting);
      if (type === 'array') return this.#faultyArray(whole);
      return this.#edge(whole, type);
    });
    return fc.oneof(
      { weight: 4, arbitrary: inside.length === 0 ? this.#anything() : fc.oneof(...inside) },
      { weight: 1, arbitrary: fc.constantFrom(...STRANGERS) },
    );
  }

  #faultyObject(schema: Schema, fitting: unknown): fc.Arbitrary<unknown> {
    const fields = Object.entries(schema.properties ?? {});
    const base = fitting === undefined ? this.#fitting(schema, 0) : fc.constant(fitting);
    const extra = fc.tuple(
      fc.constantFrom('unknownField', 'version', 'createdBy', 'id', 'verdict', 'constructor', 'toString'),
      fc.constantFrom(...STRANGERS),
    );
    const given = (name: string): unknown =>
      typeof fitting === 'object' && fitting !== null ? Reflect.get(fitting, name) : undefined;
    const fault = fields.map(([name, field]) =>
      this.of(field, given(name)).map((value): [string, unknown] => [name, value]),
    );
    const omitted = fc.constantFrom(...(schema.required ?? ['nothing']));
    return fc.oneof(
      {
        weight: 12,
        arbitrary: fc.tuple(base, fc.oneof(extra, ...fault)).map(([fits, [name, value]]) => ({
          ...(fits as object),
          [name]: value,
        })),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(base, omitted)
          .map(([fits, name]) =>
            Object.fromEntries(Object.entries(fits as object).filter(([field]) => field !== name)),
          ),
      },
    );
  }

  #faultyArray(schema: Schema): fc.Arbitrary<unknown> {
    const items = schema.items ?? {};
    const one = this.of(items).map((item) => [item]);
    const many = this.#fitting(items, 1).map((item) =>
      Array.from({ length: (schema.maxItems ?? 50) + 1 }, () => item),
    );
    return fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: many });
  }

  #edge(schema: Schema, type: string): fc.Arbitrary<unknown> {
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    if (type === 'string') return this.#edgeText(schema);
    if (type === 'boolean') return fc.boolean();
    if (type === 'null') return fc.constant(null);
    const { minimum, maximum } = schema;
    const ends = [minimum, maximum].flatMap((end) => (end === undefined ? [] : [end, end - 1, end + 1]));
    return fc.constantFrom(...NUMBERS, ...ends);
  }

  #edgeText({ format, maxLength }: Schema): fc.Arbitrary<unknown> {
    if (format === 'uuid') {
      const id = fc.constantFrom(...this.ids);
      return fc.oneof(
        { weight: 3, arbitrary: id },
        id.map((text) => text.toUpperCase()),
        fc.constantFrom(
          '',
          'x',
          '00000000-0000-0000-0000-000000000000',
          'ffffffff-ffff-7fff-8fff-ffffffffffff',
        ),
      );
    }
    if (format === 'date-time') return fc.constantFrom(...INSTANTS);
    if (format === 'date') return fc.constantFrom(...DATES);
    const longest = maxLength === undefined ? [] : ['\u062d'.repeat(maxLength), 'x'.repeat(maxLength + 1)];
    return fc.constantFrom(...TEXTS, ...TEXTS.map((text) => text.slice(0, maxLength)), ...longest);
  }

  /** What ought to be taken, as far as a schema tells. */
  #fitting(schema: Schema, depth: number): fc.Arbitrary<unknown> {
    const whole = this.#resolve(schema);
    const choices = whole.anyOf ?? whole.oneOf;
    if (choices !== undefined) return fc.oneof(...choices.map((choice) => this.#fitting(choice, depth)));
    if (whole.enum !== undefined) return fc.constantFrom(...whole.enum);
    const [type = 'null'] = typesOf(whole);
    switch (type) {
      case 'object': {
        const required = new Set(whole.required ?? []);
        const fields = Object.entries(whole.properties ?? {}).filter(
          ([name]) => depth < 4 || required.has(name),
        );
        return fc.record(
          Object.fromEntries(fields.map(([name, field]) => [name, this.#fitting(field, depth + 1)])),
          { requiredKeys: [...required] },
        );
      }
      case 'array':
        return fc.array(this.#fitting(whole.items ?? {}, depth + 1), { minLength: 1, maxLength: 3 });
      case 'string':
        return this.#fittingText(whole);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      default:
        return fc.integer({ min: Math.ceil(whole.minimum ?? 0), max: Math.floor(whole.maximum ?? 1_000) });
    }
  }

  #fittingText({ format, pattern }: Schema): fc.Arbitrary<unknown> {
    if (format === 'uuid') return fc.constantFrom(...this.ids);
    if (format === 'date-time') return fc.constantFrom('2020-02-09T14:03:00Z');
    if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
    return fc.constantFrom('an example (invented)', 'https://example.org/an-example', '2020-02');
  }

  #anything(): fc.Arbitrary<unknown> {
    return fc.oneof(fc.constantFrom(...STRANGERS), fc.json().map(reread));
  }

  #resolve(schema: Schema): Schema {
    const named = schema.$ref === undefined ? undefined : this.schemas[schema.$ref.split('/').at(-1) ?? ''];
    const [whole] = schema.allOf ?? [];
    const next = named ?? whole;
    return next === undefined ? schema : this.#resolve(next);
  }
}

function typesOf({ type, enum: values }: Schema): readonly string[] {
  if (values !== undefined) return ['enum'];
  return typeof type === 'string' ? [type] : (type ?? []);
}

function reread(json: string): unknown {
  return JSON.parse(json);
}
