import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { decodeCsv, parseCsv } from './csv.js';

function fields(text: string): (readonly string[])[] {
  return [...parseCsv(text)].map((record) => record.fields);
}

describe('CSV records', () => {
  it.each([
    [
      'LF ends',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CRLF ends',
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'CR ends',
      'a,b\rc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no end after the last record',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty fields', ',a,\n', [['', 'a', '']]],
    ['separators and line breaks inside quotes', '"a,b","c\r\nd"\n', [['a,b', 'c\r\nd']]],
    ['doubled quotes', '"say ""here""",""""\n', [['say "here"', '"']]],
    ['quotes inside plain fields', 'a "b" c,d\n', [['a "b" c', 'd']]],
    [
      'empty lines between',
      'a,b\n\n\r\nc,d\n\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'semicolons where the header has them',
      'url;note\nx;"a;b, c"\n',
      [
        ['url', 'note'],
        ['x', 'a;b, c'],
      ],
    ],
    [
      'tabs where the header has them',
      'url\tnote\nx\ty\n',
      [
        ['url', 'note'],
        ['x', 'y'],
      ],
    ],
    [
      'Arabic',
      'url,note\nx,"مقبرة، خان السبل"\n',
      [
        ['url', 'note'],
        ['x', 'مقبرة، خان السبل'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(fields(text)).toEqual(expected);
  });

  it('know the line on which they begin, over line breaks inside quotes', () => {
    expect([...parseCsv('h,i\n"a\nb",c\n\nd,e\n')].map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it('any table comes back as it was written', () => {
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const table = fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const withHeader = [['h', 'i'], ...rows];
        expect(fields(withHeader.map((row) => row.map(quoted).join(',')).join(end))).toEqual(withHeader);
      }),
    );
  });

  it('an unclosed quote is named by the line that opens it', () => {
    expect(() => fields('a,b\nc,"d\ne,f\n')).toThrow('within the quotes that line 2 opens');
  });

  it('text after a closing quote is refused', () => {
    expect(() => fields('a,b\n"c"d,e\n')).toThrow('Line 2 of the CSV file has text after a closing quote');
  });
});

describe('CSV bytes', () => {
  const text = 'url,note\nx,é\n';

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('%s is read', (_, bytes) => {
    expect(decodeCsv(bytes)).toBe(text);
  });

  it('another encoding is refused rather than guessed', () => {
    expect(() => decodeCsv(Buffer.from(text, 'latin1'))).toThrow('not UTF-8');
  });
});
