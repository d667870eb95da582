import { describe, expect, it } from '@jest/globals';
import { importantPart } from './desk-log.js';

describe('what of a child’s log reaches the terminal', () => {
  it.each([
    ['{"level":30,"msg":"listening"}', null],
    ['{"level":40,"msg":"ffmpeg is old"}', 'ffmpeg is old'],
    ['{"level":50,"msg":"job failed","err":{"message":"no space"}}', 'job failed (no space)'],
    ['{"level":50,"msg":"no space","err":{"message":"no space"}}', 'no space'],
    ['{"level":50,"msg":"bad\\n  answer"}', 'bad answer'],
    ['{half a line', null],
    ['plain text', null],
  ])('%s gives %s', (line, shown) => {
    expect(importantPart(line)).toBe(shown);
  });
});
