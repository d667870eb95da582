import type { Executor } from '../../platform/db/database.js';
import { difference, type Difference } from '../domain/difference.js';
import type { DifferenceList } from './difference-list.js';
import type { SealedObjects, SealedRecord } from './sealed-objects.js';
import type { EvidenceRow, EvidenceRows } from './verification.js';

/**
 * Holds the rows of the other rooms against the events: a changed, added or removed row is found although the log itself
 * is whole. Answers the hashes that rows speak of, with their size where the row gives one.
 */
export async function verifyRows(
  db: Executor,
  rows: EvidenceRows,
  options: { sealed: SealedObjects; differences: DifferenceList; onProgress: (done: number) => void },
): Promise<Map<string, number | undefined>> {
  const { sealed, differences } = options;
  const referenced = new Map<string, number | undefined>();
  let done = 0;
  for await (const row of rows.listEvidenceRows(db)) {
    referenced.set(row.sha256Hex, referenced.get(row.sha256Hex) ?? row.sizeBytes);
    differences.add(...(row.clipId === null ? checkObjectRow(row, sealed) : checkClipRow(row, sealed)));
    done += 1;
    if (done % 10_000 === 0) options.onProgress(done);
  }
  options.onProgress(done);
  for (const record of sealed.listUnmatched()) differences.add(withoutRow(record));
  return referenced;
}

function checkObjectRow(row: EvidenceRow, sealed: SealedObjects): Difference[] {
  const sizeBytes = sealed.expected.get(row.sha256Hex);
  if (!sealed.expected.has(row.sha256Hex)) {
    return [
      difference('V033', subjectOf(row), 'No event says that this object was preserved.', {
        found: row.sha256Hex,
      }),
    ];
  }
  if (row.sizeBytes === undefined || sizeBytes === undefined || row.sizeBytes === sizeBytes) return [];
  return [
    difference('V032', subjectOf(row), 'It gives another size.', {
      expected: sizeBytes,
      found: row.sizeBytes,
    }),
  ];
}

function checkClipRow(row: EvidenceRow, sealed: SealedObjects): Difference[] {
  const records = sealed.find(row.clipId, row.sha256Hex);
  if (records.length === 0) return [withoutEvent(row, sealed)];
  // Rows of several tables may stand for one event's object: each row must agree with one record in everything it says.
  const agreeing = records.filter((record) => disagreements(row, record).length === 0);
  sealed.markMatched(agreeing.length > 0 ? agreeing : records);
  const [first] = records;
  if (agreeing.length > 0 || first === undefined) return [];
  return disagreements(row, first).map(({ what, expected, found }) =>
    difference('V032', subjectOf(row), `It gives another ${what} than event ${first.seq}.`, {
      expected,
      found,
    }),
  );
}

type Disagreement = { what: string; expected: string | number | null; found: string | number | null };

function disagreements(row: EvidenceRow, record: SealedRecord): Disagreement[] {
  const compared: {
    what: string;
    expected: string | number | null | undefined;
    found: string | number | null | undefined;
  }[] = [
    { what: 'size', expected: record.sizeBytes, found: row.sizeBytes },
    { what: 'kind', expected: record.kind, found: row.kind },
    { what: 'parent', expected: record.parent, found: row.parentSha256Hex },
    { what: 'event', expected: record.eventId, found: row.eventRef ?? undefined },
  ];
  return compared.flatMap(({ what, expected, found }) =>
    expected === undefined || found === undefined || expected === found ? [] : [{ what, expected, found }],
  );
}

function withoutEvent(row: EvidenceRow, sealed: SealedObjects): Difference {
  const own = row.eventRef === undefined || row.eventRef === null ? [] : sealed.findByEvent(row.eventRef);
  if (own.length > 0) {
    const expected = own.map((record) => record.sha256Hex).join(' or ');
    return difference('V032', subjectOf(row), 'It names another object than its event.', {
      expected,
      found: row.sha256Hex,
    });
  }
  const message = 'No event says that this object was preserved for this clip.';
  return difference('V033', subjectOf(row), message, { found: row.sha256Hex });
}

function withoutRow(record: SealedRecord): Difference {
  const clip = record.clipId === null ? '' : ` of clip ${record.clipId}`;
  const message = `It says that a ${record.kind} was preserved, but the tables no longer have it.`;
  return difference('V034', `event ${record.seq} (${record.eventId})${clip}`, message, {
    expected: record.sha256Hex,
  });
}

function subjectOf(row: EvidenceRow): string {
  return `${row.table} ${row.id}${row.clipId === null ? '' : ` of clip ${row.clipId}`}`;
}
