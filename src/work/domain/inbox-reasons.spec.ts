import { describe, expect, it } from '@jest/globals';
import { whyWaiting } from './inbox-reasons.js';

const clip = { assigneeId: null, work: 'unassigned', verification: 'unreviewed', stale: false };

describe('why a clip waits', () => {
  it.each([
    ['a new clip', {}, ['unassigned']],
    ['my own', { assigneeId: 'me', work: 'assigned' }, ['yours']],
    ["a colleague's", { assigneeId: 'colleague', work: 'assigned' }, ['assigned']],
    [
      "a colleague's, forgotten",
      { assigneeId: 'colleague', work: 'assigned', stale: true },
      ['stale', 'assigned'],
    ],
    ['mine, stuck', { assigneeId: 'me', work: 'needs_help', stale: true }, ['yours', 'needs_help', 'stale']],
    [
      'disputed and free',
      { work: 'second_review', verification: 'disputed' },
      ['disputed', 'second_review', 'unassigned'],
    ],
  ])('%s', (_name, over, reasons) => {
    expect(whyWaiting({ ...clip, ...over }, 'me')).toEqual(reasons);
  });
});
