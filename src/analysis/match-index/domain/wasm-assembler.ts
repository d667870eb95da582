/**
 * Just enough of an assembler for WebAssembly's binary format (https://webassembly.github.io/spec/core/binary/) to write a
 * kernel as nested expressions in TypeScript, so that there is no binary in the repository that nobody can read or rebuild.
 */

/** Instructions, encoded. An expression leaves one value on the stack, a statement none. */
export type Code = readonly number[];
export type ValueType = 'i32' | 'i64';

const TYPE_CODES = { i32: 0x7f, i64: 0x7e } as const;
const VOID = 0x40;

/** LEB128. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  do {
    const more = rest > 0x7f;
    bytes.push((rest % 0x80) | (more ? 0x80 : 0));
    rest = Math.floor(rest / 0x80);
  } while (rest > 0);
  return bytes;
}

/** Signed LEB128 of a 32-bit number. */
export function signed(value: number): Code {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const isLast = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

const binary =
  (opcode: number) =>
  (left: Code, right: Code): Code => [...left, ...right, opcode];
const unary =
  (opcode: number) =>
  (operand: Code): Code => [...operand, opcode];
/** `alignment` is the exponent of two that the address may be relied on for. */
const load =
  (opcode: number, alignment: number) =>
  (address: Code, offset = 0, memory = 0): Code => [
    ...address,
    opcode,
    ...memoryArgument(alignment, offset, memory),
  ];
const store =
  (opcode: number, alignment: number) =>
  (address: Code, value: Code, offset = 0, memory = 0): Code => [
    ...address,
    ...value,
    opcode,
    ...memoryArgument(alignment, offset, memory),
  ];

/** Bit 6 of the alignment says that a memory index follows (multi-memory, part of WebAssembly 3.0). */
function memoryArgument(alignment: number, offset: number, memory: number): Code {
  return memory === 0
    ? [...unsigned(alignment), ...unsigned(offset)]
    : [...unsigned(alignment | 0x40), ...unsigned(memory), ...unsigned(offset)];
}

export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: load(0x28, 2),
  load16: load(0x2f, 1),
  store: store(0x36, 2),
  eqz: unary(0x45),
  eq: binary(0x46),
  lessThan: binary(0x49),
  atMost: binary(0x4d),
  add: binary(0x6a),
  multiply: binary(0x6c),
  and: binary(0x71),
  or: binary(0x72),
  xor: binary(0x73),
  shiftLeft: binary(0x74),
  popcount: unary(0x69),
};

export const i64 = {
  load: load(0x29, 3),
  add: binary(0x7c),
  xor: binary(0x85),
  popcount: unary(0x7b),
  toI32: unary(0xa7),
};

/** Sets `count` bytes of memory `memory` to zero. */
export const zeroMemory = (address: Code, count: Code, memory: number): Code => [
  ...address,
  ...i32.const(0),
  ...count,
  ...[0xfc, 0x0b],
  ...unsigned(memory),
];

export interface Variable {
  readonly get: Code;
  set(value: Code): Code;
}
export type Variables<Names extends string> = Readonly<Record<Names, Variable>>;

const variable = (getOpcode: number, setOpcode: number, index: number): Variable => ({
  get: [getOpcode, ...unsigned(index)],
  set: (value) => [...value, setOpcode, ...unsigned(index)],
});
export const globalVariable = (index: number): Variable => variable(0x23, 0x24, index);

/** An i32. */
export const call = (functionIndex: number, ...operands: readonly Code[]): Code => [
  ...operands.flat(),
  0x10,
  ...unsigned(functionIndex),
];

export const when = (condition: Code, ...body: readonly Code[]): Code => [
  ...condition,
  ...[0x04, VOID],
  ...body.flat(),
  0x0b,
];

/** Repeats `body` while `counter` is below `end`, which is looked at before each round; adds `step` after it. */
export const countTo = (counter: Variable, end: Code, step: number, ...body: readonly Code[]): Code => [
  ...[0x02, VOID, 0x03, VOID],
  ...i32.eqz(i32.lessThan(counter.get, end)),
  ...[0x0d, 1],
  ...body.flat(),
  ...counter.set(i32.add(counter.get, i32.const(step))),
  ...[0x0c, 0, 0x0b, 0x0b],
];

export interface FunctionCode {
  readonly parameters: number;
  /** What it leaves on the stack, if anything. */
  readonly result: ValueType | null;
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/** A function whose parameters are all i32; `locals` names further variables with their types. */
export function makeFunction<P extends string, L extends string>(
  parameters: readonly P[],
  locals: Readonly<Record<L, ValueType>>,
  result: ValueType | null,
  body: (variables: Variables<P | L>) => readonly Code[],
): FunctionCode {
  const types: readonly [string, ValueType][] = Object.entries(locals);
  const names = [...parameters, ...types.map(([name]) => name)];
  const variables = Object.fromEntries(names.map((name, index) => [name, variable(0x20, 0x21, index)]));
  return {
    parameters: parameters.length,
    result,
    locals: types.map(([, type]) => type),
    body: body(variables as Variables<P | L>).flat(),
  };
}

export interface ModuleParts {
  /** Parameterless imports that answer an i32; they have the function indexes from 0. */
  readonly imports: readonly { readonly module: string; readonly name: string }[];
  readonly functions: Readonly<Record<string, FunctionCode>>;
  /** Exported, in this order, with their first size in pages of 64 KiB. */
  readonly memories: Readonly<Record<string, number>>;
  /** Exported, mutable i32, 0 at first. */
  readonly globals: readonly string[];
}

const PREAMBLE = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
/** The most pages that 32-bit addresses reach: 4 GiB. */
const MOST_PAGES = 65_536;

/** The module's bytes, ready for `WebAssembly.Module`. Everything in it is exported under its own name. */
export function assemble({ imports, functions, memories, globals }: ModuleParts): Uint8Array<ArrayBuffer> {
  const codes = Object.values(functions);
  const results = (type: ValueType | null) => (type === null ? [] : [TYPE_CODES[type]]);
  const types = [
    [0x60, 0, 1, TYPE_CODES.i32],
    ...codes.map(({ parameters, result }) => [
      0x60,
      ...vector(Array.from({ length: parameters }, () => [TYPE_CODES.i32])),
      ...vector(results(result).map((code) => [code])),
    ]),
  ];
  const exported = [
    ...Object.keys(functions).map((name, i) => [...text(name), 0x00, ...unsigned(imports.length + i)]),
    ...Object.keys(memories).map((name, i) => [...text(name), 0x02, ...unsigned(i)]),
    ...globals.map((name, i) => [...text(name), 0x03, ...unsigned(i)]),
  ];
  return Uint8Array.from([
    ...PREAMBLE,
    ...section(1, types),
    ...section(
      2,
      imports.map(({ module, name }) => [...text(module), ...text(name), 0x00, 0]),
    ),
    ...section(
      3,
      codes.map((_, i) => unsigned(i + 1)),
    ),
    ...section(
      5,
      Object.values(memories).map((pages) => [0x01, ...unsigned(pages), ...unsigned(MOST_PAGES)]),
    ),
    ...section(
      6,
      globals.map(() => [TYPE_CODES.i32, 0x01, ...i32.const(0), 0x0b]),
    ),
    ...section(7, exported),
    ...section(10, codes.map(codeEntry)),
  ]);
}

function codeEntry({ locals, body }: FunctionCode): Code {
  const declared = vector(locals.map((type) => [1, TYPE_CODES[type]]));
  return [...unsigned(declared.length + body.length + 1), ...declared, ...body, 0x0b];
}

function section(id: number, entries: readonly Code[]): Code {
  const content = vector(entries);
  return [id, ...unsigned(content.length), ...content];
}

function vector(entries: readonly Code[]): Code {
  return [...unsigned(entries.length), ...entries.flat()];
}

function text(value: string): Code {
  const bytes = new TextEncoder().encode(value);
  return [...unsigned(bytes.length), ...bytes];
}
