import { describe, expect, it } from '@jest/globals';
import type { ClipStatus, PartStatus, ProcessingState } from './api-types.js';
import { clipProgressLine, hasEnded, manyProgressLine, uploadLine } from './progress-line.js';
import { shortfall, statusText } from './status-text.js';

function clip(state: ProcessingState, progress: number, parts: readonly PartStatus[] = []): ClipStatus {
  return {
    id: '0197aaaa-0000-7000-8000-000000000001',
    version: 3,
    processing: { state, progress, parts, error: null },
    work: 'unassigned',
    verification: 'unreviewed',
    claims: [{ type: 'location', verdict: 'unreviewed', needsAttention: true }],
  };
}

const FRAMES_FAILED: PartStatus = {
  part: 'frames',
  state: 'failed',
  error: { code: 'unsupported_codec', message: 'The codec "cinepak" is not allowed.', retryable: false },
};

describe('the progress line', () => {
  it('names what is running and how far it is', () => {
    const status = clip('running', 0.62, [
      { part: 'acquire', state: 'complete' },
      { part: 'metadata', state: 'running' },
      { part: 'frames', state: 'running', progress: 0.4 },
    ]);
    expect(clipProgressLine(status, 80)).toBe('[############........]  62 %  metadata, frames 40 %');
  });

  it('says the state when nothing runs', () => {
    expect(clipProgressLine(clip('queued', 0), 80)).toBe('[....................]   0 %  queued');
  });

  it('keeps a failure in sight', () => {
    expect(clipProgressLine(clip('running', 0.5, [FRAMES_FAILED]), 80)).toContain('frames failed');
  });

  it.each([10, 30, 40])('is shorter than a terminal of %i columns, so that it never wraps', (columns) => {
    const status = clip('running', 1, [
      { part: 'a-part-with-a-long-name', state: 'running', progress: 0.123 },
    ]);
    expect(Array.from(clipProgressLine(status, columns)).length).toBeLessThan(columns);
  });

  it.each([-1, 0, 0.499, 1, 7])('bar and percentage stay within bounds for %d', (progress) => {
    expect(clipProgressLine(clip('running', progress), 80)).toMatch(
      /^\[[#.]{20}\] {1,3}(\d{1,2}|100) % {2}running$/,
    );
  });

  it('counts the bytes of a file on its way', () => {
    expect(uploadLine({ name: 'clip.mp4', sizeBytes: 2_500_000 }, 1_250_000, 80)).toBe(
      '[##########..........]  50 %  sending clip.mp4, 3 MB',
    );
    expect(uploadLine({ name: 'empty.mp4', sizeBytes: 0 }, 0, 80)).toContain('100 %');
  });

  it('counts several clips', () => {
    expect(manyProgressLine(['complete', 'partial', 'running'], 4, 80)).toBe(
      '[##########..........] 2 of 4 clips done, 1 not complete',
    );
  });
});

describe('the end of a clip', () => {
  it.each([
    ['queued', false],
    ['running', false],
    ['complete', true],
    ['partial', true],
    ['failed', true],
    ['cancelled', true],
  ] as const)('%s: %s', (state, ended) => {
    expect(hasEnded(clip(state, 1))).toBe(ended);
  });

  it('partial and failed say which part and why; complete has nothing to say', () => {
    expect(shortfall(clip('partial', 1, [FRAMES_FAILED]))).toContain(
      'is partial: frames: The codec "cinepak" is not allowed. (unsupported_codec)',
    );
    expect(shortfall(clip('failed', 1))).toContain('no reason is recorded');
    expect(shortfall(clip('cancelled', 1))).toContain('was cancelled');
    expect(shortfall(clip('complete', 1))).toBeNull();
  });

  it('the status in words names parts, warnings and claims, without control characters of others', () => {
    const text = statusText(
      clip('partial', 1, [
        { part: 'probe', state: 'complete', warnings: ['odd \u001B]0;title\u0007 tag'] },
        FRAMES_FAILED,
      ]),
    );
    expect(text).toContain('frames        failed: The codec "cinepak" is not allowed. (unsupported_codec)');
    expect(text).toContain('claim location: unreviewed, needs attention');
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
  });
});
