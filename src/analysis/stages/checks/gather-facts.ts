import type { PartRun } from '../../../clips/worker.js';
import { ClaimRepository, ClipPartRepository, ClipRepository, type ClipRow } from '../../../clips/index.js';
import type { Database } from '../../../platform/db/database.js';
import type { ObjectStore } from '../../../platform/storage/object-store.js';
import { IntegrityError } from '../../../shared/errors.js';
import { StageResultRepository } from '../../pipeline/stage-result.repository.js';
import { FramesOutput } from '../frames/frames.contract.js';
import { metadataOutputSchema } from '../metadata/metadata.contract.js';
import { probeOutputSchema } from '../probe/probe.contract.js';
import type { CheckFacts, ClaimFacts, PlaceLookup } from './domain/facts.js';
import { claimFacts } from './facts/claim-facts.js';
import { listCopies } from './facts/copies.queries.js';
import { readPictures } from './facts/pictures.js';
import { listPosts } from './facts/posts.queries.js';
import { findUploader } from './facts/uploader.queries.js';
import type { PlaceFinder, TextReader } from './ports.js';

export interface FactSources {
  readonly db: Database;
  readonly store: ObjectStore;
  readonly places: PlaceFinder;
  readonly text: TextReader;
}

/** A link may be handed in again and again with new claims; the newest are those that nobody has looked at. */
const MOST_CLAIMS = 200;
const MOST_PLACES = 50;

/** All that the rules may look at, as it is now. What has not ended well is null, never empty. */
export async function gatherFacts(sources: FactSources, run: PartRun): Promise<CheckFacts> {
  const { db, store } = sources;
  const clip = await new ClipRepository().get(db, run.attempt.clipId);
  if (clip.original_sha256 === null) throw new IntegrityError('The clip has no sealed original to check.');
  const id = clip.id;
  const outputs = await readOutputs(db, { id, originalSha256: clip.original_sha256 });
  const claims = (await new ClaimRepository().list(db, id)).slice(-MOST_CLAIMS).map(claimFacts);
  const posts = await listPosts(db, [clip]);
  return {
    clip: await clipFacts(db, clip, outputs.probe?.container.durationMs ?? null),
    claims,
    posts: posts.get(id) ?? [],
    metadata: outputs.metadata,
    probe: outputs.probe,
    ...(await readPictures(db, store, {
      clipId: id,
      originalSha256: clip.original_sha256,
      frames: outputs.frames,
    })),
    ...(await listCopies(db, { id, caseId: clip.case_id })),
    searched: outputs.searched,
    ...(await sources.text.read({ id, originalSha256: clip.original_sha256 }, run)),
    places: await lookUpPlaces(sources.places, claims),
  };
}

async function clipFacts(db: Database, clip: ClipRow, durationMs: number | null) {
  return {
    id: clip.id,
    platform: clip.platform,
    canonicalUrl: clip.canonical_url,
    accountHandle: clip.account_handle,
    uploader: await findUploader(db, clip.id),
    durationMs,
  };
}

/** By the clip's own parts: a result of the same bytes under another clip does not make this clip's part complete. */
async function readOutputs(db: Database, clip: { id: string; originalSha256: string }) {
  const parts = await new ClipPartRepository().list(db, clip.id);
  const complete = new Map(
    parts.flatMap(({ part, state, outcome }) => (state === 'complete' ? [[part, outcome]] : [])),
  );
  const results = new StageResultRepository();
  const outputOf = async (stage: string) =>
    complete.has(stage as never)
      ? ((await results.findNewest(db, clip.originalSha256, stage))?.output ?? null)
      : null;
  return {
    metadata: metadataOutputSchema.nullable().parse(await outputOf('metadata')),
    probe: probeOutputSchema.nullable().parse(await outputOf('probe')),
    frames: FramesOutput.nullable().parse(await outputOf('frames')),
    searched: ['found', 'not_found'].includes(complete.get('match') ?? ''),
  };
}

async function lookUpPlaces(
  finder: PlaceFinder,
  claims: readonly ClaimFacts[],
): Promise<ReadonlyMap<string, PlaceLookup>> {
  const named = claims.flatMap(({ id, point, value }) =>
    typeof value['place'] === 'string' ? [{ id, point, name: value['place'] }] : [],
  );
  const found = new Map<string, PlaceLookup>();
  for (const { id, point, name } of named.slice(-MOST_PLACES))
    found.set(id, { name, ...(await finder.find(name, point)) });
  return found;
}
