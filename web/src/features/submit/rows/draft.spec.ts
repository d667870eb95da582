import { expect, it } from '@jest/globals';
import { changeDraft, EMPTY_DRAFT, type Draft } from './draft';
import { EMPTY_FIELDS, linkRow } from './row';

const row = linkRow('https://example.org/1', { key: 'one' });
const refused: Draft = changeDraft(changeDraft(EMPTY_DRAFT, { do: 'add', rows: [row] }), {
  do: 'faults',
  faults: new Map([
    [
      'one',
      [
        { path: 'claims.location.coordinates', message: 'no' },
        { path: 'note', message: 'too long' },
      ],
    ],
  ]),
});
const pathsIn = ({ rows }: Draft) => rows[0]?.faults.map(({ path }) => path);

it('a refused row is opened at its faults, and nothing that was typed changes', () => {
  expect(refused.openRow).toBe('one');
  expect(refused.rows[0]).toMatchObject({ url: row.url, fields: EMPTY_FIELDS });
});

it('a fault goes when its own field is changed, and only then', () => {
  const location = { ...EMPTY_FIELDS.location, coordinates: '1, 2' };
  const mended = changeDraft(refused, { do: 'fields', key: 'one', fields: { ...EMPTY_FIELDS, location } });
  expect(pathsIn(mended)).toEqual(['note']);
  const shared = changeDraft(mended, { do: 'share', fields: { ...EMPTY_FIELDS, note: 'shorter' } });
  expect(pathsIn(shared)).toEqual([]);
});

it('a row that lacks its file is not opened: there is no field for it', () => {
  const draft = changeDraft(
    { ...EMPTY_DRAFT, rows: [row] },
    {
      do: 'faults',
      faults: new Map([['one', [{ path: 'file', message: 'fileAgain', isOurs: true }]]]),
    },
  );
  expect(draft.openRow).toBeNull();
});
