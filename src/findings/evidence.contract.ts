import { z } from 'zod';
import { words } from '../platform/http/words.js';

/** Evidence that is a record of the desk: its `ref` is the record's id. */
export const RECORD_KINDS = ['frame', 'annotation', 'finding', 'match', 'file'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

const Note = words({ min: 1, max: 5_000 });
const Ref = words({ min: 1, max: 8_192 });
/** `streams.0.tags.creation_time`, `gps.lat`: names as the metadata view gives them. */
const METADATA_PATH = /^[A-Za-z0-9_:-]+(?:\.[A-Za-z0-9_:-]+)*$/;

const ENTRY = { ref: Ref.optional(), note: Note.optional() };
const RECORDED = [...RECORD_KINDS, 'metadata', 'url', 'none_found'] as const;

/** What an assessment or a ruling rests on (contract §2). */
export const EvidenceEntry = z
  .strictObject({ kind: z.enum(RECORDED), ...ENTRY })
  .superRefine(checkEntry)
  .meta({ id: 'EvidenceEntry' });
export type EvidenceEntry = z.infer<typeof EvidenceEntry>;
export const EvidenceList = z.array(EvidenceEntry).min(1).max(50);

/** Where a finding keeps the calculation that it rests on. */
export const CALCULATION_REF = 'detail.calculation';

/**
 * A finding may also rest on a search, whatever it found: `ref` is the engine or archive, `note` what was looked for. Or on a
 * calculation that was made for it.
 */
export const FindingEvidenceEntry = z
  .strictObject({
    kind: z.enum([...RECORDED, 'search', 'calculation']),
    ...ENTRY,
    outcome: z.enum(['found', 'not_found']).optional(),
  })
  .superRefine(checkEntry)
  .meta({ id: 'FindingEvidenceEntry' });
export type FindingEvidenceEntry = z.infer<typeof FindingEvidenceEntry>;
export const FindingEvidenceList = z.array(FindingEvidenceEntry).min(1).max(50);

interface AnyEntry {
  readonly kind: (typeof RECORDED)[number] | 'search' | 'calculation';
  readonly ref?: string | undefined;
  readonly note?: string | undefined;
  readonly outcome?: string | undefined;
}

function checkEntry(entry: AnyEntry, context: z.RefinementCtx): void {
  for (const [path, message] of faultsOf(entry)) context.addIssue({ code: 'custom', message, path: [path] });
}

function faultsOf({ kind, ref, note, outcome }: AnyEntry): [path: string, message: string][] {
  const faults: [string, string][] = [];
  const refFault = kind === 'none_found' ? undefined : faultOfRef(kind, ref);
  if (refFault !== undefined) faults.push(['ref', refFault]);
  if ((kind === 'none_found' || kind === 'search') && note === undefined)
    faults.push(['note', 'say in a note what was looked for and where']);
  if (kind === 'search' && outcome === undefined)
    faults.push(['outcome', 'say whether the search found anything']);
  if (kind !== 'search' && outcome !== undefined) faults.push(['outcome', 'only a search has an outcome']);
  return faults;
}

function faultOfRef(kind: AnyEntry['kind'], ref: string | undefined): string | undefined {
  if (ref === undefined) return 'this kind of evidence needs a ref';
  if (kind === 'search') return undefined;
  if (kind === 'calculation') return ref === CALCULATION_REF ? undefined : `not "${CALCULATION_REF}"`;
  if (kind === 'metadata') return METADATA_PATH.test(ref) ? undefined : 'not a dotted path into the metadata';
  if (kind === 'url') return isWebAddress(ref) ? undefined : 'not an http or https address';
  return z.uuid().safeParse(ref).success ? undefined : 'not the id of a record';
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '';
}
