import { Injectable } from '@nestjs/common';
import { ClipChange, requireOpen, type ClipRow } from '../../clips/index.js';
import type { CustodyEntry, JsonObject } from '../../custody/index.js';
import { actorOf, type Principal } from '../../identity/index.js';
import type { Tx } from '../../platform/db/database.js';
import { requireVersion, type ExpectedVersion } from '../../platform/http/version-tag.js';
import { ConflictError } from '../../shared/errors.js';
import type { DecisionRequest, Match } from './match.contract.js';
import { matchWords } from './match-words.js';
import { MatchRepository, seenFrom, type MatchRow } from './match.repository.js';
import { presentMatch } from './present-match.js';
import { noSuchMatch, sightOf } from './read-matches.js';

/** A person's word on what a search suggested: confirmed, rejected, or taken back to a suggestion. */
@Injectable()
export class DecideMatch {
  readonly #matches = new MatchRepository();

  constructor(private readonly change: ClipChange) {}

  /**
   * @throws NotFoundError when the reader may see neither clip; ConflictError `match_elsewhere` when only one, `clip_closed`
   * when both are sealed; PreconditionFailedError `version_conflict`.
   */
  async execute(
    principal: Principal,
    id: string,
    request: DecisionRequest,
    expected: ExpectedVersion,
  ): Promise<Match> {
    const known = await this.#matches.find(this.change.db, id);
    if (known === undefined) throw noSuchMatch();
    await requireBoth(this.change.db, principal, known);
    return this.change.run(known.clip_id, async (tx, clip) => {
      const other = await this.change.clips.get(tx, known.other_clip_id);
      // One of them may have been closed long ago: an old copy must not keep the new clip's reviewers from deciding.
      if (clip.work_hold === 'closed') requireOpen(other);
      const before = await this.#matches.lock(tx, id);
      if (before === undefined) throw noSuchMatch();
      requireVersion(expected, before.version, 'match');
      const after = await this.#matches.decide(tx, id, { ...request, by: principal.userId });
      return {
        result: presentMatch(seenFrom(after.clip_id, after)),
        custody: decidedEntries(principal, [clip, other], { before, after }),
        events: [clip.id, other.id].map((clipId) => ({ event: 'facts.changed' as const, clipId })),
        changed: false,
      };
    });
  }
}

async function requireBoth(on: ClipChange['db'] | Tx, principal: Principal, match: MatchRow): Promise<void> {
  const sight = await sightOf(on, principal, match);
  if (sight.sees === 'both') return;
  throw new ConflictError(
    'match_elsewhere',
    'The other clip lies in a case that you cannot see; ask the lead.',
  );
}

/**
 * In the chain of both clips. Where they lie in two cases, the reason stays with the match alone: readers of one case must not
 * learn from their own log what was said about the other.
 */
function decidedEntries(
  principal: Principal,
  clips: readonly [ClipRow, ClipRow],
  { before, after }: { readonly before: MatchRow; readonly after: MatchRow },
): CustodyEntry[] {
  const [clip, other] = clips;
  const said: JsonObject =
    clip.case_id === other.case_id
      ? {
          before: { state: before.state, rationale: before.rationale },
          after: { state: after.state, rationale: after.rationale },
        }
      : {};
  return clips.map(({ id, case_id: chain }) => ({
    chain,
    clipId: id,
    action: 'match.decided',
    actor: actorOf(principal),
    body: { matchId: after.id, from: before.state, to: after.state },
    private: { ...said, rows: Object.fromEntries([matchWords(after)]) },
  }));
}
