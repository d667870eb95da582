import { describe, expect, it } from '@jest/globals';
import { tellEvent, type Telling } from './tell-event.js';

const telling: Telling = {
  who: 'Example Reviewer',
  name: (id) => `name of ${id}`,
  claim: () => 'the time claim',
};
const tell = (event: Parameters<typeof tellEvent>[0]) => tellEvent(event, telling);

describe('the sentence of an event', () => {
  it('says who did what, by name', () => {
    expect(tell({ action: 'clip.assigned', body: { assigneeId: 'b', before: 'a' } })).toBe(
      'Example Reviewer assigned the clip to name of b.',
    );
    expect(tell({ action: 'clip.assigned', body: { assigneeId: null, before: 'a' } })).toBe(
      'Example Reviewer took the clip from name of a.',
    );
    expect(
      tell({ action: 'assessment.made', body: { assessmentId: 'x', claimId: 'c', supersedes: 'y' } }),
    ).toBe('Example Reviewer assessed the time claim anew.');
    expect(tell({ action: 'work.changed', body: { from: 'needs_help', to: 'second_review' } })).toBe(
      'Example Reviewer moved the work from needs help to second review.',
    );
  });

  it('says where in the clip, to the millisecond', () => {
    expect(
      tell({
        action: 'annotation.made',
        body: { annotationId: 'x', version: 1, ptsMs: 62_500, subjectId: 's' },
      }),
    ).toBe('Example Reviewer annotated the frame at 1:02.500 and marked name of s.');
    expect(
      tell({
        action: 'sensitive_range.added',
        body: { rangeId: 'x', startMs: 0, endMs: 9_999, sensitivity: 'graphic' },
      }),
    ).toBe('Example Reviewer marked 0:00.000 to 0:09.999 as graphic.');
  });

  it('counts and lists as people do', () => {
    expect(
      tell({ action: 'clip.submitted', body: { submissionId: 'x', via: 'link', claimIds: ['a'] } }),
    ).toBe('Example Reviewer submitted the clip by link with 1 claim.');
    expect(tell({ action: 'clip.updated', body: { fields: ['title', 'tags', 'sensitivity'] } })).toBe(
      'Example Reviewer changed title, tags and sensitivity.',
    );
  });

  it('tells a verdict without naming anybody', () => {
    expect(
      tell({ action: 'verdict.changed', body: { claimId: 'c', from: 'in_review', to: 'confirmed' } }),
    ).toBe('The verdict on the time claim went from in review to confirmed.');
  });
});
