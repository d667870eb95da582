import { expect, it } from '@jest/globals';
import { hidesMore, nameOfClip, withStatus, type ClipRow } from './clip-row';

const row = {
  id: '0197',
  version: 3,
  processing: 'running',
  progress: 0.4,
  work: 'unassigned',
  verification: 'unreviewed',
  claims: [],
} as unknown as ClipRow;
const status = {
  id: '0197',
  version: 4,
  updatedAt: '2026-11-23T00:00:00.000Z',
  processing: { state: 'complete' as const, progress: 1, parts: [], error: null },
  work: 'unassigned' as const,
  verification: 'unreviewed' as const,
  claims: [],
};

it('takes a newer status and nothing from an older one', () => {
  expect(withStatus(row, status)).toMatchObject({ processing: 'complete', progress: 1, version: 4 });
  expect(withStatus(row, { ...status, version: 3 })).toBe(row);
});

it('knows when a change is not in the status: an assignment, a tag', () => {
  expect(hidesMore(row, status)).toBe(false);
  expect(hidesMore(row, { ...status, work: 'assigned' })).toBe(true);
  const same = { ...status, processing: { ...status.processing, state: 'running' as const, progress: 0.4 } };
  expect(hidesMore(row, same)).toBe(true);
  expect(hidesMore(row, { ...same, version: 3 })).toBe(false);
});

it('names a clip by its title, its address or its id', () => {
  const id = '01970000-0000-7000-8000-000000000001';
  const none = { id, title: null, canonicalUrl: null, accountHandle: null };
  expect(nameOfClip({ ...none, title: 'T', canonicalUrl: 'https://example.org/a' })).toBe('T');
  expect(nameOfClip({ ...none, canonicalUrl: 'https://www.example.org/a' })).toBe('example.org/a');
  expect(nameOfClip(none)).toBe('01970000-0000');
});
