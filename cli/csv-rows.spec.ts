import { describe, expect, it } from '@jest/globals';
import { readSubmissionRows } from './csv-rows.js';

describe('rows of a table of links', () => {
  it('take what the columns say, in any order and case of the header', () => {
    const [row] = readSubmissionRows(
      'Note, URL ,CASE,sensitivity\n"  as sent ",https://a.example/1,Idlib, Graphic \n',
      {},
    );
    expect(row).toMatchObject({
      line: 2,
      url: 'https://a.example/1',
      caseName: 'Idlib',
      asserted: { note: '  as sent ', sensitivity: 'graphic', location: undefined },
    });
  });

  it('fill empty cells from the options', () => {
    const rows = readSubmissionRows('url,note,case\nhttps://a.example/1,,\nhttps://a.example/2,own,Homs\n', {
      note: 'common',
      case: 'Idlib',
      protectSubmitter: true,
    });
    expect(rows.map(({ asserted, caseName }) => [asserted.note, caseName])).toEqual([
      ['common', 'Idlib'],
      ['own', 'Homs'],
    ]);
    expect(rows[1]?.asserted.protectSubmitter).toBe(true);
  });

  it('a row without a link, or with too many fields, has a fault and the others have none', () => {
    const rows = readSubmissionRows('url,note\n,lost\nhttps://a.example/1,a,b\nhttps://a.example/2\n', {});
    expect(rows.map(({ fault }) => fault)).toEqual([
      'The row has no url.',
      'The row has 3 fields, the header 2.',
      undefined,
    ]);
  });

  it('rows of empty cells are none', () => {
    expect(
      readSubmissionRows('url,note\n,\nhttps://a.example/2,\n" ",\n', {}).map(({ line }) => line),
    ).toEqual([3]);
  });

  it.each([
    ['an unknown column', 'url,latitude\nx,1\n', '"latitude"'],
    ['no column for the link', 'note\nx\n', 'needs a header line with a column "url"'],
    ['a column named twice', 'url,url\nx,y\n', 'names a column twice'],
    ['nothing', '', 'is empty'],
  ])('%s makes the file unusable', (_, text, message) => {
    expect(() => readSubmissionRows(text, {})).toThrow(message);
  });
});
