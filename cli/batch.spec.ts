import { describe, expect, it } from '@jest/globals';
import { chunked } from './batch.js';
import { countOutcomes, resultLine } from './report-batch.js';

describe('pieces of a batch', () => {
  const limits = { rows: 3, bytes: 10 };

  it.each([
    ['no more rows than allowed', [1, 1, 1, 1], [[1, 1, 1], [1]]],
    ['no more bytes than allowed', [6, 4, 1, 9, 2], [[6, 4], [1, 9], [2]]],
    ['a row that is too large by itself goes alone, for the desk to refuse', [1, 99, 1], [[1], [99], [1]]],
    ['nothing', [], []],
  ])('%s', (_, sizes, expected) => {
    expect(chunked(sizes, (size) => size, limits)).toEqual(expected);
  });
});

describe('results row by row', () => {
  it('name the line, the outcome and the clip or the reason', () => {
    expect(
      resultLine({ index: 0, line: 2, url: 'https://a.example/1', outcome: 'created', clipId: '0197' }),
    ).toBe('line 2  created    https://a.example/1  0197');
    const problem = {
      code: 'invalid_request',
      detail: 'Not acceptable.',
      errors: [{ path: 'note', message: 'too long' }],
    };
    expect(resultLine({ index: 1, url: 'ftp://\u001Bx', outcome: 'rejected', problem })).toBe(
      'rejected   ftp:// x  Not acceptable.   note: too long (invalid_request)',
    );
  });

  it('are counted', () => {
    const row = { index: 0, url: '' };
    expect(
      countOutcomes([
        { ...row, outcome: 'created' },
        { ...row, outcome: 'rejected' },
        { ...row, outcome: 'created' },
      ]),
    ).toEqual({
      created: 2,
      duplicate: 0,
      rejected: 1,
    });
  });
});
