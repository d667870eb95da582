import type { RowFault } from '../rows/row';

/** The API's paths for which the page has one field under another name. */
const SHOWN_AT: Readonly<Record<string, string>> = {
  'claims.location.lat': 'claims.location.coordinates',
  'claims.location.lon': 'claims.location.coordinates',
  'claims.location.polygon': 'claims.location.coordinates',
  'claims.time.precision': 'claims.time.edtf',
};
export const FIELD_PATHS = [
  'url',
  'file',
  'caseId',
  'note',
  'postedAt',
  'sensitivity',
  'claims.location.statement',
  'claims.location.claimedBy',
  'claims.location.place',
  'claims.location.coordinates',
  'claims.location.radiusM',
  'claims.time.statement',
  'claims.time.claimedBy',
  'claims.time.edtf',
  'claims.time.earliest',
  'claims.time.latest',
  'claims.time.timezone',
  'claims.source.statement',
  'claims.source.claimedBy',
  'claims.source.handle',
  'claims.source.platform',
  'claims.source.name',
  'claims.other.statement',
  'claims.other.claimedBy',
  'claims.other.value',
] as const;
export type FieldPath = (typeof FIELD_PATHS)[number];

/** The field at which a fault is shown; undefined when the page has none for it. */
export function fieldOf({ path }: RowFault): FieldPath | undefined {
  const shown = SHOWN_AT[path] ?? path;
  return FIELD_PATHS.find((field) => shown === field || shown.startsWith(`${field}.`));
}

export function faultsAt(faults: readonly RowFault[], field: FieldPath): RowFault[] {
  return faults.filter((fault) => fieldOf(fault) === field);
}

/** What concerns the row as a whole, or a field that this page does not have. */
export function faultsElsewhere(faults: readonly RowFault[]): RowFault[] {
  return faults.filter((fault) => fieldOf(fault) === undefined);
}
