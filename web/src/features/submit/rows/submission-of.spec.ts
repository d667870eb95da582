import { describe, expect, it } from '@jest/globals';
import { EMPTY_FIELDS, fileRow, linkRow, withShared, type RowFields } from './row';
import { submissionOf } from './submission-of';

const row = linkRow(' https://example.org/1 ');
const said = (more: Partial<RowFields>): RowFields => ({ ...EMPTY_FIELDS, ...more });
const pathsOf = (fields: RowFields) =>
  submissionOf(row, fields).faults.map(({ path, message }) => [path, message]);

describe('a row as it is sent', () => {
  it('says nothing of what nothing was said of', () => {
    expect(submissionOf(row, EMPTY_FIELDS)).toEqual({
      submission: { url: 'https://example.org/1', claims: {}, sensitivity: 'none', protectSubmitter: false },
      faults: [],
    });
  });

  it('keeps words word for word and reads values', () => {
    const { submission, faults } = submissionOf(
      row,
      said({
        note: '  two\nlines ',
        postedAt: '2024-05-06 14:03',
        postedZone: 'Asia/Damascus',
        location: {
          ...EMPTY_FIELDS.location,
          statement: ' the square ',
          coordinates: ' 1, 2 ',
          radiusM: '1 500',
        },
        time: {
          ...EMPTY_FIELDS.time,
          statement: 'in May',
          earliest: '2024-05-01',
          timezone: 'Asia/Damascus',
        },
        other: { ...EMPTY_FIELDS.other, statement: 'a truck', details: 'plate: A: 1\n\ncolour : red' },
      }),
    );
    expect(faults).toEqual([]);
    expect(submission).toMatchObject({
      note: '  two\nlines ',
      postedAt: '2024-05-06T11:03:00.000Z',
      claims: {
        location: { statement: ' the square ', coordinates: '1, 2', radiusM: 1500 },
        time: { statement: 'in May', earliest: '2024-04-30T21:00:00.000Z', timezone: 'Asia/Damascus' },
        other: { statement: 'a truck', value: { plate: 'A: 1', colour: 'red' } },
      },
    });
  });

  it('names each field that cannot be accepted by the path that the API would', () => {
    expect(pathsOf(said({ location: { ...EMPTY_FIELDS.location, radiusM: 'wide' } }))).toEqual([
      ['claims.location.radiusM', 'notANumber'],
      ['claims.location.radiusM', 'radiusNeedsPoint'],
      ['claims.location.statement', 'statementNeeded'],
    ]);
    expect(pathsOf(said({ postedAt: 'noon' }))).toEqual([['postedAt', 'notATime']]);
    expect(pathsOf(said({ other: { ...EMPTY_FIELDS.other, statement: 'x', details: 'no pair' } }))).toEqual([
      ['claims.other.value', 'notAPair'],
    ]);
    expect(submissionOf(linkRow('gopher://x'), EMPTY_FIELDS).faults[0]?.message).toBe('notALink');
  });

  it('needs no link when it has a file', () => {
    const { submission, faults } = submissionOf(fileRow('a.mp4'), EMPTY_FIELDS);
    expect([submission.url, faults]).toEqual([undefined, []]);
  });
});

it('what is said for all rows counts where a row says nothing, claim by claim', () => {
  const shared = said({
    note: 'for all',
    sensitivity: 'graphic',
    location: { ...EMPTY_FIELDS.location, statement: 'the town', place: 'Exampleton' },
    source: { ...EMPTY_FIELDS.source, statement: 'a passer-by' },
  });
  const own = said({ location: { ...EMPTY_FIELDS.location, statement: 'the bridge' } });
  const sent = withShared(own, shared);
  expect(sent.location).toEqual(own.location);
  expect([sent.note, sent.sensitivity, sent.source.statement]).toEqual(['for all', 'graphic', 'a passer-by']);
});
