import {
  ClipRepository,
  type ClipRow,
  type PartEnding,
  type PartHandler,
  type PartRun,
  type PartWritten,
} from '../../../clips/worker.js';
import type { CustodyEntry } from '../../../custody/index.js';
import type { Database, Tx } from '../../../platform/db/database.js';
import { IntegrityError } from '../../../shared/errors.js';
import { MatchRepository, type MatchPair } from '../../matches/match.repository.js';
import type { FindMatches, FoundMatches } from './find-matches.js';

/** The checks of so many other clips are asked to look again when something new is found of them. */
const MOST_TOLD = 50;

/** Finds the clips of the whole archive that share bytes, pictures or sound with one. See README.md for what it may claim. */
export class MatchClip implements PartHandler {
  readonly #clips = new ClipRepository();
  readonly #matches = new MatchRepository();

  constructor(
    private readonly db: Database,
    private readonly finding: FindMatches,
  ) {}

  async execute(run: PartRun): Promise<PartEnding> {
    const { clipId, workerId } = run.attempt;
    const clip = await this.#clips.get(this.db, clipId);
    if (!hasOriginal(clip)) throw new IntegrityError('The clip has no sealed original to compare.');
    const result = await this.finding.execute(clip, run);
    return {
      outcome: result.outcome,
      warnings: result.warnings,
      ...(result.problem === undefined ? {} : { problem: result.problem }),
      write: (tx) => this.#write(tx, workerId, clip, result),
      custody: [],
    };
  }

  /** Writes to both clips' chains, but locks no clip besides its own: two searches that find each other must not wait for each other. */
  async #write(tx: Tx, workerId: string, clip: ClipRow, result: FoundMatches): Promise<PartWritten> {
    const fresh = await this.#matches.keep(tx, clip.id, result.found);
    const gone = await this.#matches.drop(tx, clip.id, result.gone);
    if (fresh.length + gone.length === 0) return {};
    const others = await listCases(tx, [...fresh, ...gone]);
    const told = [clip, ...others].flatMap((side) => [
      ...entryOf(workerId, 'match.found', side, of(side.id === clip.id ? null : side.id, fresh)),
      ...entryOf(workerId, 'match.dropped', side, of(side.id === clip.id ? null : side.id, gone)),
    ]);
    const concerned = [clip.id, ...others.slice(0, MOST_TOLD).map(({ id }) => id)];
    return { custody: told, events: concerned.map((clipId) => ({ event: 'facts.changed', clipId })) };
  }
}

function hasOriginal(clip: ClipRow): clip is ClipRow & { readonly original_sha256: string } {
  return clip.original_sha256 !== null;
}

/** Ids of the matches with this clip; with null, of all. */
function of(otherClipId: string | null, pairs: readonly MatchPair[]): string[] {
  return pairs.filter((pair) => otherClipId === null || pair.otherClipId === otherClipId).map(({ id }) => id);
}

function entryOf(
  workerId: string,
  action: 'match.found' | 'match.dropped',
  clip: { readonly id: string; readonly case_id: string },
  matches: string[],
): CustodyEntry[] {
  if (matches.length === 0) return [];
  return [{ chain: clip.case_id, clipId: clip.id, action, actor: `worker:${workerId}`, body: { matches } }];
}

async function listCases(tx: Tx, pairs: readonly MatchPair[]): Promise<{ id: string; case_id: string }[]> {
  return tx
    .selectFrom('clip')
    .select(['id', 'case_id'])
    .where(
      'id',
      'in',
      pairs.map(({ otherClipId }) => otherClipId),
    )
    .orderBy('id')
    .execute();
}
