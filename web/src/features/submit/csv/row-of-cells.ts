import { caseNamed, type CaseChoice } from '../rows/case-choice';
import { EMPTY_FIELDS, linkRow, type DraftRow, type RowFault, type RowFields } from '../rows/row';
import type { Column } from './columns';

export type Cells = Readonly<Partial<Record<Column, string>>>;

const DECIMAL_PAIR = /^[-+]?\d{1,2}(?:\.\d+)?\s*[,;\s]\s*[-+]?\d{1,3}(?:\.\d+)?$/;
const DATE_LIKE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/(?:\.\.|\d{4}(?:-\d{2}(?:-\d{2})?)?))?$/;
const YES = /^(?:1|true|yes|y|x|نعم)$/i;

/** A line of a table as a row: words stay as they are written; what reads as a value becomes one beside them. */
export function rowOfCells(cells: Cells, line: number, cases: readonly CaseChoice[]): DraftRow {
  const cell = (column: Column) => (cells[column] ?? '').trim();
  const faults: RowFault[] = [];
  const fault = (path: string, message: string) => faults.push({ path, message, isOurs: true });
  const url = cell('url');
  if (url === '') fault('url', 'urlNeeded');
  const named = cell('case') === '' ? undefined : caseNamed(cell('case'), cases);
  if (cell('case') !== '' && named === undefined) fault('caseId', 'caseUnknown');
  const fields: RowFields = {
    ...EMPTY_FIELDS,
    caseId: named?.id ?? '',
    note: cells.note ?? '',
    postedAt: cell('posted_at'),
    postedZone: cell('timezone'),
    sensitivity: sensitivityOf(cell('sensitivity'), () => fault('sensitivity', 'sensitivityUnknown')),
    protectSubmitter: YES.test(cell('protect')),
    location: locationOf(cell),
    time: timeOf(cell),
    source: sourceOf(cell),
    other: { ...EMPTY_FIELDS.other, statement: cell('other') },
  };
  return linkRow(url, { line, fields, faults });
}

type Cell = (column: Column) => string;

function locationOf(cell: Cell): RowFields['location'] {
  const pair = [cell('lat'), cell('lon')].filter((text) => text !== '').join(', ');
  const written = cell('location') === '' ? cell('place') || cell('coordinates') || pair : cell('location');
  const own = DECIMAL_PAIR.test(cell('location')) ? cell('location') : '';
  return {
    ...EMPTY_FIELDS.location,
    statement: written,
    place: cell('place'),
    coordinates: cell('coordinates') || pair || own,
    radiusM: cell('radius').replace(/\s*m$/i, ''),
  };
}

function timeOf(cell: Cell): RowFields['time'] {
  const [time, earliest, latest] = [cell('time'), cell('earliest'), cell('latest')];
  const stretch = [earliest, latest].filter((text) => text !== '').join(' – ');
  const statement = time === '' ? stretch : time;
  // A zone says nothing by itself: it may be the one of the time of posting.
  if (statement === '') return EMPTY_FIELDS.time;
  const edtf = DATE_LIKE.test(time) && stretch === '' ? time : '';
  return { ...EMPTY_FIELDS.time, statement, edtf, earliest, latest, timezone: cell('timezone') };
}

function sourceOf(cell: Cell): RowFields['source'] {
  const written = cell('source') || cell('name') || cell('handle');
  const handle = cell('handle') || (/^@[\w.-]+$/.test(written) ? written : '');
  // The platform of a link is known from the link: alone it claims nothing.
  if (written === '') return EMPTY_FIELDS.source;
  return {
    ...EMPTY_FIELDS.source,
    statement: written,
    handle,
    platform: cell('platform'),
    name: cell('name'),
  };
}

function sensitivityOf(text: string, unknown: () => void): RowFields['sensitivity'] {
  const written = text.toLowerCase();
  if (written === '') return '';
  if (written === 'none' || written === 'personal' || written === 'graphic') return written;
  if (YES.test(written)) return 'graphic';
  if (/^(?:0|false|no|n|not sensitive|لا)$/.test(written)) return 'none';
  unknown();
  return '';
}
