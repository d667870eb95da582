import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const root = new URL('..', import.meta.url).pathname;
const tables = globSync('**/locales/en.json', { cwd: root });
const arabicForms = ['zero', 'one', 'two', 'few', 'many', 'other'];

type Table = { readonly [key: string]: string | Table };

describe.each(tables)('the texts in %s', (file) => {
  const english = flat(read(file));
  const arabic = flat(read(file.replace('en.json', 'ar.json')));

  it('are all there in Arabic, with its six forms of number', () => {
    const wanted = [...english.keys()].flatMap((key) =>
      /_(one|other)$/.test(key) ? arabicForms.map((form) => key.replace(/_(one|other)$/, `_${form}`)) : [key],
    );
    expect([...arabic.keys()].toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  it('say something, with the same blanks', () => {
    for (const [key, text] of arabic) {
      expect([key, text.trim()]).not.toEqual([key, '']);
      const original = english.get(key) ?? english.get(key.replace(/_\w+$/, '_other')) ?? '';
      // «واحد» needs no digit, «اثنان» neither.
      const blanks = blanksOf(original).filter((blank) => !/_(zero|one|two)$/.test(key) || blank !== 'count');
      expect([key, blanksOf(text).filter((blank) => blanks.includes(blank))]).toEqual([key, blanks]);
    }
  });
});

it('every text that the page asks for exists', () => {
  const known = new Set(
    tables.flatMap((file) => {
      const namespace = file.split('/').at(-3) ?? '';
      return [...flat(read(file)).keys()].flatMap((key) => [
        `${namespace}:${key}`,
        `${namespace}:${key.replace(/_(zero|one|two|few|many|other)$/, '')}`,
      ]);
    }),
  );
  const missing: string[] = [];
  for (const file of globSync('**/*.{ts,tsx}', { cwd: root })) {
    const source = readFileSync(`${root}${file}`, 'utf8');
    const namespace = /useTranslation\(\s*['"]([\w-]+)['"]/.exec(source)?.[1];
    for (const [, key] of source.matchAll(/(?<![\w.])t\(\s*['"]([\w.:-]+)['"]/g)) {
      const full = key?.includes(':') ? key : `${namespace}:${key}`;
      if (!known.has(full)) missing.push(`${file}: ${full}`);
    }
  }
  expect(missing).toEqual([]);
});

function read(file: string): Table {
  return JSON.parse(readFileSync(`${root}${file}`, 'utf8')) as Table;
}

function flat(table: Table, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

function blanksOf(text: string): string[] {
  return [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').toSorted();
}
