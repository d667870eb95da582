import { describe, expect, it } from '@jest/globals';
import { LineSplitter } from './line-splitter.js';

const split = (...chunks: Buffer[]): string[] => {
  const lines: string[] = [];
  const splitter = new LineSplitter((line) => lines.push(line));
  for (const chunk of chunks) splitter.write(chunk);
  splitter.end();
  return lines;
};

describe('LineSplitter', () => {
  it('joins lines and letters that are cut between chunks', () => {
    const text = Buffer.from('شارع\r\nb\n\nlast');
    expect(split(text.subarray(0, 3), text.subarray(3))).toEqual(['شارع', 'b', '', 'last']);
  });

  it('cuts a line without end, and goes on with the next', () => {
    const [long, next] = split(Buffer.alloc(100_000, 'x'), Buffer.from('y\nnext\n'));
    expect(long).toHaveLength(16_384);
    expect(next).toBe('next');
  });
});
