import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assemble, countTo, i32, makeFunction, signed, unsigned } from './wasm-assembler.js';

describe('numbers of the binary format', () => {
  it.each([
    [0, [0x00]],
    [127, [0x7f]],
    [128, [0x80, 0x01]],
    [624_485, [0xe5, 0x8e, 0x26]],
    [2 ** 32 - 1, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])('%d without sign', (value, bytes) => expect(unsigned(value)).toEqual(bytes));

  it.each([
    [0, [0x00]],
    [63, [0x3f]],
    [64, [0xc0, 0x00]],
    [-1, [0x7f]],
    [-123_456, [0xc0, 0xbb, 0x78]],
  ])('%d with sign', (value, bytes) => expect(signed(value)).toEqual(bytes));
});

it('makes a module that computes what was written', () => {
  const sumBelow = makeFunction(['end'], { i: 'i32', sum: 'i32' }, 'i32', ({ end, i, sum }) => [
    countTo(i, end.get, 1, sum.set(i32.add(sum.get, i32.multiply(i.get, i32.const(-3))))),
    sum.get,
  ]);
  const bytes = assemble({ imports: [], functions: { sumBelow }, memories: {}, globals: [] });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {});
  const run = exports['sumBelow'] as (end: number) => number;
  fc.assert(
    fc.property(fc.nat({ max: 1_000 }), (end) => {
      expect(run(end)).toBe((-3 * end * (end - 1)) / 2 + 0);
    }),
  );
});
