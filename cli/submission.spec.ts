import { describe, expect, it } from '@jest/globals';
import { submissionOf } from './submission.js';

describe('a submission from options', () => {
  it('has only what was said', () => {
    expect(submissionOf('https://a.example/1', undefined, { note: '', location: '  ' })).toEqual({
      url: 'https://a.example/1',
    });
  });

  it('keeps every statement word for word beside what was read from it', () => {
    const submission = submissionOf('https://a.example/1', 'case-1', {
      location: 'graveyard, Khan al-Sebel@35.76,36.76,3000',
      place: 'Khan al-Sebel',
      time: '2020-02-09T14:03:00Z',
      source: '@example',
      note: ' sent by the Idlib desk ',
      sensitivity: 'graphic',
      postedAt: '2020-02-09T14:03:00Z',
      protectSubmitter: true,
    });
    expect(submission).toEqual({
      url: 'https://a.example/1',
      caseId: 'case-1',
      note: ' sent by the Idlib desk ',
      postedAt: '2020-02-09T14:03:00Z',
      claims: {
        location: {
          statement: 'graveyard, Khan al-Sebel',
          lat: 35.76,
          lon: 36.76,
          radiusM: 3000,
          place: 'Khan al-Sebel',
        },
        time: {
          statement: '2020-02-09T14:03:00Z',
          earliest: '2020-02-09T14:03:00.000Z',
          latest: '2020-02-09T14:03:00.000Z',
        },
        source: { statement: '@example', handle: '@example' },
      },
      sensitivity: 'graphic',
      protectSubmitter: true,
    });
  });

  it('a source in words has no handle', () => {
    expect(submissionOf('u', undefined, { source: 'filmed by @example' }).claims).toEqual({
      source: { statement: 'filmed by @example' },
    });
  });

  it('the name of a place without a location is a mistake', () => {
    expect(() => submissionOf('u', undefined, { place: 'Khan al-Sebel' })).toThrow('needs a location');
  });

  it('a time zone without a time is a mistake', () => {
    expect(() => submissionOf('u', undefined, { timezone: 'Asia/Damascus' })).toThrow(
      'A time zone needs a time.',
    );
  });
});
