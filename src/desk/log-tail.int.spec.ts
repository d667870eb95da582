import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { LogTail } from './log-tail.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'sl-tail-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('hands on new lines whole, however they were written, and nothing of before', () => {
  const file = path.join(folder, 'api.log');
  appendFileSync(file, 'from an earlier run\n');
  const lines: string[] = [];
  const tail = new LogTail(file, (line) => lines.push(line));
  const snowman = Buffer.from('☃ and more\n');
  appendFileSync(file, snowman.subarray(0, 2));
  tail.read();
  expect(lines).toEqual([]);
  appendFileSync(file, snowman.subarray(2));
  appendFileSync(file, `${'x'.repeat(100_000)}\nlast words`);
  tail.read();
  expect(lines).toEqual(['☃ and more', 'x'.repeat(100_000)]);
  tail.close();
  expect(lines.at(-1)).toBe('last words');
});
