import type { ClipRow } from '../clips/index.js';
import type { Executor } from '../platform/db/database.js';
import { JoinedGroups, type Link } from './domain/joined-groups.js';
import { comparableLink, spellingsOf, webOrigin } from './domain/web-origin.js';
import type { FindingEvidenceEntry } from './evidence.contract.js';
import { listFootageLinks, listMatchedOriginals } from './footage-links.queries.js';

type Entry = Pick<FindingEvidenceEntry, 'kind' | 'ref'>;

/**
 * The independent origins behind evidence, for "confirmed by other sources": what was seen in a clip is `clip:<sha256>` however
 * many frames, annotations, findings or copies speak of it; a web page is its registrable host, and the clip itself when the
 * address is one by which the clip came in; a file is its bytes. What was not found has no origin. Clips that share pictures
 * are one origin, by the first of their hashes: a copy of a copy confirms nothing.
 */
export async function originsOf(
  on: Executor,
  clip: Pick<ClipRow, 'id' | 'case_id' | 'original_sha256'>,
  evidence: readonly Entry[],
): Promise<ReadonlySet<string>> {
  const refsOf = (kind: Entry['kind']) =>
    evidence.flatMap((entry) => (entry.kind === kind && entry.ref !== undefined ? [entry.ref] : []));
  const own = evidence.some(({ kind }) => kind === 'metadata') ? [originOfClip(clip)] : [];
  const matched = await listMatchedOriginals(on, refsOf('match'));
  const found = new Set([
    ...own,
    ...matched.flat().map((original) => `clip:${original}`),
    ...(await clipOrigins(on, 'frame', refsOf('frame'))),
    ...(await clipOrigins(on, 'annotation', refsOf('annotation'))),
    ...(await clipOrigins(on, 'finding', refsOf('finding'))),
    ...(await fileOrigins(on, clip.case_id, refsOf('file'))),
    ...(await linkOrigins(on, clip, refsOf('url'))),
  ]);
  return joined(on, found, matched);
}

/** @param cited pairs that a match among the evidence speaks of: whatever it says of them, it is one argument */
async function joined(
  on: Executor,
  found: ReadonlySet<string>,
  cited: readonly Link[],
): Promise<ReadonlySet<string>> {
  const originals = [...found].flatMap((origin) =>
    origin.startsWith('clip:') ? [origin.slice('clip:'.length)] : [],
  );
  if (originals.length < 2) return found;
  const groups = new JoinedGroups();
  groups.join(cited);
  groups.join(await listFootageLinks(on, originals));
  const others = [...found].filter((origin) => !origin.startsWith('clip:'));
  return new Set([...others, ...originals.map((original) => `clip:${groups.groupOf(original)}`)]);
}

function originOfClip(clip: { readonly id: string; readonly original_sha256: string | null }): string {
  return `clip:${clip.original_sha256 ?? clip.id}`;
}

async function clipOrigins(
  on: Executor,
  table: 'frame' | 'annotation' | 'finding',
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const clips = on.selectFrom(table).select('clip_id').where('id', 'in', ids);
  const rows = await on
    .selectFrom('clip')
    .select(['id', 'original_sha256'])
    .where('id', 'in', clips)
    .execute();
  return rows.map(originOfClip);
}

/** A file whose bytes are a clip's original is that clip, not a second origin. */
async function fileOrigins(on: Executor, caseId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const files = await on.selectFrom('artefact').select('sha256').where('id', 'in', ids).execute();
  const hashes = files.map(({ sha256 }) => sha256);
  if (hashes.length === 0) return [];
  const clips = await on
    .selectFrom('clip')
    .select('original_sha256')
    .where('case_id', '=', caseId)
    .where('original_sha256', 'in', hashes)
    .execute();
  const originals = new Set(clips.map(({ original_sha256: sha256 }) => sha256));
  return hashes.map((sha256) => (originals.has(sha256) ? `clip:${sha256}` : `file:${sha256}`));
}

async function linkOrigins(
  on: Executor,
  clip: Pick<ClipRow, 'id' | 'case_id' | 'original_sha256'>,
  urls: readonly string[],
): Promise<string[]> {
  if (urls.length === 0) return [];
  const links = await clipsByLink(on, clip, urls);
  return urls.flatMap((text) => {
    const url = URL.parse(text);
    if (url === null) return [];
    return [links.get(comparableLink(text) ?? '') ?? webOrigin(url)];
  });
}

/** Links by which this clip was handed in, and canonical links of the case's other clips that these addresses may spell. */
async function clipsByLink(
  on: Executor,
  clip: Pick<ClipRow, 'id' | 'case_id' | 'original_sha256'>,
  urls: readonly string[],
): Promise<Map<string, string>> {
  const own = await on
    .selectFrom('submission')
    .select('submitted_url')
    .where('clip_id', '=', clip.id)
    .execute();
  const known = await on
    .selectFrom('clip')
    .select(['id', 'original_sha256', 'canonical_url'])
    .where('case_id', '=', clip.case_id)
    .where((eb) => eb.or([eb('id', '=', clip.id), eb('canonical_url', 'in', urls.flatMap(spellingsOf))]))
    .execute();
  const links = new Map<string, string>();
  const keep = (text: string | null, origin: string) => {
    const link = text === null ? null : comparableLink(text);
    if (link !== null) links.set(link, origin);
  };
  for (const row of known) keep(row.canonical_url, originOfClip(row));
  for (const row of own) keep(row.submitted_url, originOfClip(clip));
  return links;
}
