import { describe, expect, it } from '@jest/globals';
import { historyText } from './history-text.js';

const event = {
  seq: 12,
  at: '2026-11-22T16:14:05.123Z',
  summary: 'Example Reviewer changed title and tags.',
};

describe('an event of the story', () => {
  it('is one line, and a line for each change', () => {
    const changes = [
      { field: 'title', before: 'Old', after: 'New' },
      { field: 'tags', before: null, after: ['a', 'b'] },
      { field: 'advanceWarning', before: 'graphic', after: null },
    ];
    expect(historyText({ ...event, changes })).toBe(
      [
        '2026-11-22T16:14:05Z  #12  Example Reviewer changed title and tags.',
        '    title: "Old" → "New"',
        '    tags: ["a","b"]',
        '    advanceWarning: "graphic" → nothing',
      ].join('\n'),
    );
  });

  it('shows what would be hidden or would move the cursor', () => {
    const text = historyText({
      ...event,
      summary: 'Ben \u202Etpircs\u0007\u001B[2J signed in.',
      changes: [{ field: 'note', before: null, after: 'a\r\nb\u200Bc\u2066' }],
    });
    expect(text).toBe(
      '2026-11-22T16:14:05Z  #12  Ben <U+202E>tpircs<U+0007><U+001B>[2J signed in.\n    note: "a ⏎ b<U+200B>c<U+2066>"',
    );
  });
});
