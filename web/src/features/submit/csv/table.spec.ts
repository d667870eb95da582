import { describe, expect, it } from '@jest/globals';
import { columnOf } from './columns';
import { decodeTable, gridOf, looksLikeTable } from './read-csv';
import { readTable } from './table';

const cases = [
  { id: 'c1', title: 'Market', reference: 'M-1', inbox: false },
  { id: 'c2', title: 'Bridge', reference: null, inbox: false },
  { id: 'c3', title: 'Bridge', reference: null, inbox: false },
];
const read = async (text: string) => readTable(await gridOf(text), cases);

describe('a table', () => {
  it.each([
    ['URL', 'url'],
    ['\uFEFFPost_URL', 'url'],
    ['claimedLocation', 'location'],
    ['Posted-At', 'posted_at'],
    ['posted_at', 'posted_at'],
    ['الرابط', 'url'],
    ['mood', undefined],
  ])('has a column %s read as %s', (header, column) => expect(columnOf(header)).toBe(column));

  it('may have its columns in any order, separated by semicolons, with line ends in quotes', async () => {
    const { rows, headers } = await read(
      'Note;mood;Link;Lat;Lon\r\n"two\nlines";x;https://example.org/1;35.5;36\r\n;;;;\r\n',
    );
    expect(headers.map(({ column }) => column)).toEqual(['note', undefined, 'url', 'lat', 'lon']);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      url: 'https://example.org/1',
      line: 2,
      fields: { note: 'two\nlines', location: { statement: '35.5, 36', coordinates: '35.5, 36' } },
      faults: [],
    });
  });

  it('names rows that need a hand instead of guessing', async () => {
    const { rows } = await read(
      'url,case,sensitivity\nhttps://e.org/1,m-1,yes\n,Market,\nhttps://e.org/3,Bridge,maybe\nhttps://e.org/4,Nowhere,none,extra',
    );
    expect(
      rows.map(({ fields, faults }) => [
        fields.caseId,
        fields.sensitivity,
        ...faults.map(({ message }) => message),
      ]),
    ).toEqual([
      ['c1', 'graphic'],
      ['c1', '', 'urlNeeded'],
      ['', '', 'caseUnknown', 'sensitivityUnknown'],
      ['', 'none', 'caseUnknown', 'tooManyCells'],
    ]);
  });

  it('keeps claimed words as they are and reads dates, points and accounts beside them', async () => {
    const { rows } = await read(
      'url,location,time,source,timezone\nhttps://e.org/1,"35.76, 36.76",2024-05-06,@example,Asia/Damascus\nhttps://e.org/2,the square,last week,a neighbour,UTC',
    );
    expect(rows[0]?.fields).toMatchObject({
      location: { statement: '35.76, 36.76', coordinates: '35.76, 36.76' },
      time: { statement: '2024-05-06', edtf: '2024-05-06', timezone: 'Asia/Damascus' },
      source: { statement: '@example', handle: '@example' },
    });
    expect(rows[1]?.fields).toMatchObject({
      location: { statement: 'the square', coordinates: '' },
      time: { statement: 'last week', edtf: '' },
      source: { statement: 'a neighbour', handle: '' },
    });
  });

  it.each([
    ['note,case\nx,y', 'noUrlColumn'],
    ['url,link\nx,y', 'columnTwice'],
    ['url\n\n', 'empty'],
    ['', 'empty'],
    [`url\n${'https://e.org\n'.repeat(1001)}`, 'tooManyRows'],
  ])('that cannot be used says why', async (text, fault) => expect((await read(text)).fault).toBe(fault));
});

it('bytes that are no UTF-8 are refused, UTF-16 with its mark is read', () => {
  expect(decodeTable(new Uint8Array([0xc7, 0xe1, 0xd1]))).toBeUndefined();
  expect(decodeTable(new Uint8Array([0xff, 0xfe, 0x75, 0, 0x31, 6]))).toBe('uر');
});

it('cells copied from a spreadsheet are known by their names', () => {
  const isKnown = (header: string) => columnOf(header) !== undefined;
  expect(looksLikeTable('url\tnote\nhttps://e.org\tx', isKnown)).toBe(true);
  expect(looksLikeTable('https://e.org/?a,b\nhttps://e.org', isKnown)).toBe(false);
  expect(looksLikeTable('look at this, please\nhttps://e.org', isKnown)).toBe(false);
});
