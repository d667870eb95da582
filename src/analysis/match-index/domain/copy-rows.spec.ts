import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CopyRows } from './copy-rows.js';

const HEADER = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);
const TRAILER = Buffer.from([0xff, 0xff]);

function encode(rows: readonly (readonly (Uint8Array | null)[])[]): Buffer {
  const number = (value: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeIntBE(value, 0, bytes);
    return buffer;
  };
  const parts = rows.flatMap((row) => [
    number(row.length, 2),
    ...row.flatMap((field) => (field === null ? [number(-1, 4)] : [number(field.length, 4), field])),
  ]);
  return Buffer.concat([HEADER, ...parts, TRAILER]);
}

describe('rows of a binary copy', () => {
  it('come out as they went in, however the stream is cut', () => {
    const fields = fc.option(fc.uint8Array({ maxLength: 20 }));
    fc.assert(
      fc.property(
        fc.array(fc.array(fields, { maxLength: 4 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 40 }),
        (rows, size) => {
          const read: (Uint8Array | null)[][] = [];
          const copy = new CopyRows((row) => read.push(row.map((field) => field && Uint8Array.from(field))));
          const bytes = encode(rows);
          for (let at = 0; at < bytes.length; at += size) {
            expect(copy.isComplete).toBe(false);
            copy.push(bytes.subarray(at, at + size));
          }
          expect(read).toEqual(rows);
          expect(copy.isComplete).toBe(true);
        },
      ),
    );
  });

  it('are refused when it is none', () => {
    expect(() => new CopyRows(() => {}).push(Buffer.alloc(19, 65))).toThrow('not a binary copy');
  });
});
