import type { Schemas } from '@/api/problem';
import { isClaimed, type DraftRow, type RowFault, type RowFields } from './row';
import { instantOf, isZone } from './wall-time';

export type Submission = Omit<Schemas['Submission'], 'url'> & { readonly url?: string };
type Claims = NonNullable<Submission['claims']>;

export interface Prepared {
  readonly submission: Submission;
  /** What we can tell without asking the desk; it judges the rest. */
  readonly faults: readonly RowFault[];
}

/** The row as the API takes it. Words stay word for word; only what is a value is read. */
export function submissionOf(row: DraftRow, fields: RowFields): Prepared {
  const faults: RowFault[] = [];
  const fault = (path: string, message: string) => faults.push({ path, message, isOurs: true });
  if (row.kind === 'link' && !/^\s*https?:\/\/\S+\s*$/i.test(row.url)) fault('url', 'notALink');
  const postedAt = readTime('postedAt', fields.postedAt, fields.postedZone, 'first', fault);
  const claims = claimsOf(fields, fault);
  const submission: Submission = {
    ...some('url', row.url.trim()),
    ...some('caseId', fields.caseId),
    ...some('note', fields.note),
    ...(postedAt === undefined ? {} : { postedAt }),
    claims,
    sensitivity: fields.sensitivity === '' ? 'none' : fields.sensitivity,
    protectSubmitter: fields.protectSubmitter,
  };
  return { submission, faults };
}

type Report = (path: string, message: string) => void;

function claimsOf({ location, time, source, other }: RowFields, fault: Report): Claims {
  return {
    ...(isClaimed(location) ? { location: locationOf(location, fault) } : {}),
    ...(isClaimed(time) ? { time: timeOf(time, fault) } : {}),
    ...(isClaimed(source) ? { source: sourceOf(source, fault) } : {}),
    ...(isClaimed(other) ? { other: otherOf(other, fault) } : {}),
  };
}

function wordsOf(type: string, claim: { statement: string; claimedBy: string }, fault: Report) {
  if (claim.statement.trim() === '') fault(`claims.${type}.statement`, 'statementNeeded');
  return { statement: claim.statement, ...some('claimedBy', claim.claimedBy) };
}

function locationOf(location: RowFields['location'], fault: Report): NonNullable<Claims['location']> {
  const radiusM = Number(location.radiusM.replace(/\s/g, ''));
  const hasRadius = location.radiusM.trim() !== '';
  if (hasRadius && !(radiusM > 0)) fault('claims.location.radiusM', 'notANumber');
  if (hasRadius && location.coordinates.trim() === '') fault('claims.location.radiusM', 'radiusNeedsPoint');
  return {
    ...wordsOf('location', location, fault),
    ...some('place', location.place),
    ...some('coordinates', location.coordinates.trim()),
    ...(hasRadius ? { radiusM } : {}),
  };
}

function timeOf(time: RowFields['time'], fault: Report): NonNullable<Claims['time']> {
  const zone = time.timezone.trim();
  if (zone !== '' && !isZone(zone)) fault('claims.time.timezone', 'notAZone');
  const earliest = readTime('claims.time.earliest', time.earliest, zone, 'first', fault);
  const latest = readTime('claims.time.latest', time.latest, zone, 'last', fault);
  return {
    ...wordsOf('time', time, fault),
    ...some('edtf', time.edtf.trim()),
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
    ...some('timezone', zone),
  };
}

function sourceOf(source: RowFields['source'], fault: Report): NonNullable<Claims['source']> {
  return {
    ...wordsOf('source', source, fault),
    ...some('handle', source.handle.trim()),
    ...some('platform', source.platform.trim()),
    ...some('name', source.name.trim()),
  };
}

function otherOf(other: RowFields['other'], fault: Report): NonNullable<Claims['other']> {
  const lines = other.details.split('\n').filter((line) => line.trim() !== '');
  const pairs = lines.map((line) => /^\s*([^:]{1,64}?)\s*:\s*(.*?)\s*$/.exec(line));
  if (pairs.includes(null)) fault('claims.other.value', 'notAPair');
  const value = Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  return { ...wordsOf('other', other, fault), ...(lines.length === 0 ? {} : { value }) };
}

function readTime(path: string, text: string, zone: string, side: 'first' | 'last', fault: Report) {
  if (text.trim() === '') return undefined;
  const instant = instantOf(text, zone === '' ? 'UTC' : zone, side);
  if (instant === undefined) fault(path, 'notATime');
  return instant;
}

/** A field only where something was written: absent and empty mean different things to the desk. */
function some<Name extends string>(name: Name, text: string): { [key in Name]?: string } {
  return (text.trim() === '' ? {} : { [name]: text }) as { [key in Name]?: string };
}
