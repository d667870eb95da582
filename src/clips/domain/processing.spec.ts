import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { analysisNeedsOf, dependentsOf, dueParts, followersOf, PART_NAMES, type PartState } from './parts.js';
import { projectProcessing, type PartReport } from './processing.js';

const problem = { code: 'decode_failed', message: 'nothing could be decoded', retryable: false } as const;

function parts(states: Partial<Record<(typeof PART_NAMES)[number], PartState>>, progress = 0): PartReport[] {
  return PART_NAMES.map((part) => {
    const state = states[part] ?? 'waiting';
    return {
      part,
      state,
      progress: state === 'running' ? progress : 0,
      error: state === 'failed' ? problem : null,
    };
  });
}

const done = Object.fromEntries(PART_NAMES.map((name) => [name, 'complete' as const]));

describe('projectProcessing', () => {
  it('is queued until any part was touched', () => {
    expect(projectProcessing(parts({}), false)).toEqual({ state: 'queued', progress: 0, error: null });
  });

  it('stays running between two parts', () => {
    expect(projectProcessing(parts({ acquire: 'complete' }), false).state).toBe('running');
  });

  it('never shows a clip with a failed later part as complete', () => {
    const result = projectProcessing(parts({ ...done, frames: 'failed' }), false);
    expect(result).toMatchObject({ state: 'partial', error: problem });
  });

  it('fails as a whole when the original could not be had', () => {
    const result = projectProcessing(
      parts({
        ...Object.fromEntries(PART_NAMES.map((name) => [name, 'skipped' as const])),
        acquire: 'failed',
      }),
      false,
    );
    expect(result).toMatchObject({ state: 'failed', error: problem });
  });

  it('waits for the other parts before it calls a failed one final', () => {
    expect(
      projectProcessing(parts({ ...done, probe: 'failed', metadata: 'running', frames: 'skipped' }), false),
    ).toMatchObject({
      state: 'running',
      error: null,
    });
  });

  it('is complete only when every part is', () => {
    expect(projectProcessing(parts(done), false)).toEqual({ state: 'complete', progress: 1, error: null });
  });

  it('says cancelled whatever the parts say', () => {
    expect(projectProcessing(parts(done), true).state).toBe('cancelled');
  });

  it('keeps progress between 0 and 1 and lets it grow with the parts, for any mixture of states', () => {
    const state = fc.constantFrom<PartState>('waiting', 'running', 'complete', 'failed', 'skipped');
    fc.assert(
      fc.property(
        fc.array(state, { minLength: PART_NAMES.length, maxLength: PART_NAMES.length }),
        fc.float({ min: 0, max: 1, noNaN: true }),
        (states, progress) => {
          const mixture = Object.fromEntries(PART_NAMES.map((name, i) => [name, states[i]]));
          const result = projectProcessing(parts(mixture, progress), false);
          expect(result.progress).toBeGreaterThanOrEqual(0);
          expect(result.progress).toBeLessThanOrEqual(1);
          expect(result.state === 'complete' && states.includes('failed')).toBe(false);
        },
      ),
    );
  });
});

describe('the plan of parts', () => {
  it('lets only acquire start on a new clip', () => {
    expect(dueParts(parts({}))).toEqual(['acquire']);
  });

  it('lets probe and metadata run side by side once the original is sealed', () => {
    expect(dueParts(parts({ acquire: 'complete' }))).toEqual(['probe', 'metadata']);
  });

  it('does not start frames before probe has ended well', () => {
    const states = { acquire: 'complete', probe: 'running', metadata: 'complete' } as const;
    expect(dueParts(parts(states))).toEqual([]);
  });

  it('compares and checks what there is when an earlier part has failed', () => {
    const failed = { acquire: 'complete', probe: 'failed', frames: 'skipped' } as const;
    expect(dueParts(parts({ ...failed, metadata: 'running' }))).toEqual(['fingerprint']);
    expect(dueParts(parts({ ...failed, metadata: 'running', fingerprint: 'complete' }))).toEqual(['match']);
    expect(
      dueParts(parts({ ...failed, metadata: 'failed', fingerprint: 'complete', match: 'complete' })),
    ).toEqual(['checks']);
    expect(
      dueParts(parts({ ...failed, metadata: 'running', fingerprint: 'complete', match: 'complete' })),
    ).toEqual([]);
  });

  it('knows on which results a part builds, the sealed bytes apart', () => {
    expect(analysisNeedsOf('frames')).toEqual(['probe']);
    expect(analysisNeedsOf('probe')).toEqual([]);
  });

  it('knows what falls with a failed part', () => {
    expect(dependentsOf('acquire')).toEqual(PART_NAMES.slice(1));
    expect(dependentsOf('probe')).toEqual(['frames']);
    expect(dependentsOf('frames')).toEqual([]);
    expect(dependentsOf('match')).toEqual([]);
  });

  it('knows what must be looked at again with a part that is done again', () => {
    expect(followersOf('frames')).toEqual(['fingerprint', 'match', 'checks']);
    expect(followersOf('metadata')).toEqual(['checks']);
    expect(followersOf('checks')).toEqual([]);
  });
});
