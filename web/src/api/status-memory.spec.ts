import { expect, it } from '@jest/globals';
import type { Schemas } from './problem';
import { StatusMemory } from './status-memory';

type ClipStatus = Schemas['ClipStatus'];

const at = (version: number, progress: number, more: Partial<ClipStatus> = {}): ClipStatus => ({
  id: 'a',
  version,
  updatedAt: '2026-11-23T00:00:00.000Z',
  processing: {
    state: 'running',
    progress,
    error: null,
    parts: [
      {
        part: 'frames',
        state: 'running',
        attempts: 1,
        progress,
        outcome: null,
        warnings: [],
        startedAt: null,
        finishedAt: null,
        error: null,
      },
    ],
  },
  work: 'unassigned',
  verification: 'unreviewed',
  claims: [],
  ...more,
});

it('tells a change from mere progress, and both from what was said before', () => {
  const memory = new StatusMemory();
  expect(memory.take(at(1, 0.1))).toBe('change');
  expect(memory.take(at(2, 0.2))).toBe('progress');
  expect(memory.take(at(2, 0.2))).toBe('known');
  expect(memory.take(at(1, 0.1))).toBe('known');
  expect(memory.take(at(3, 0.2, { work: 'needs_help' }))).toBe('change');
  expect(
    memory.take(
      at(4, 0.2, {
        work: 'needs_help',
        claims: [{ id: 'c', type: 'time', verdict: 'in_review', needsAttention: false }],
      }),
    ),
  ).toBe('change');
});

it('forgets the clips it has not heard of for longest, not those that move', () => {
  const memory = new StatusMemory();
  for (let index = 0; index < 6_000; index += 1) {
    memory.take({ ...at(1, 0), id: `clip ${index}` });
    memory.take({ ...at(index + 1, 0), id: 'always' });
  }
  expect(memory.take({ ...at(1, 0), id: 'always' })).toBe('known');
  expect(memory.take({ ...at(1, 0), id: 'clip 0' })).toBe('change');
});
