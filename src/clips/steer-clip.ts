import { Injectable } from '@nestjs/common';
import type { CustodyEntry } from '../custody/index.js';
import { actorOf, type Principal } from '../identity/index.js';
import { ConflictError } from '../shared/errors.js';
import { ClipChange } from './clip-change.js';
import type { PartRow } from './clip-part.repository.js';
import { analysisNeedsOf, followersOf, PART_NAMES, type PartName } from './domain/parts.js';

/** A person's hand on processing: stop it, or drive again what failed. The caller has checked the case's role. */
@Injectable()
export class SteerClip {
  constructor(private readonly change: ClipChange) {}

  /** @throws ConflictError `already_finished` when nothing is left to stop. */
  async cancel(principal: Principal, clipId: string): Promise<void> {
    await this.change.run(clipId, async (tx, clip) => {
      const open = (await this.change.parts.list(tx, clipId)).filter(isOpen).map(({ part }) => part);
      if (open.length === 0)
        throw new ConflictError(
          'already_finished',
          'Processing has ended already; there is nothing to cancel.',
        );
      await this.change.parts.setSkipped(tx, clipId, PART_NAMES);
      await this.change.clips.setCancelled(tx, clipId, true);
      const custody: CustodyEntry = {
        chain: clip.case_id,
        clipId,
        action: 'clip.cancelled',
        actor: actorOf(principal),
        body: { parts: open },
      };
      return { result: undefined, custody: [custody], events: [] };
    });
  }

  /** @throws ConflictError `nothing_to_retry` when no part has failed and the clip was not cancelled. */
  async retry(principal: Principal, clipId: string): Promise<void> {
    await this.change.run(clipId, async (tx, clip) => {
      const rows = await this.change.parts.list(tx, clipId);
      const again = clip.cancelled_at === null ? failedWithFollowers(rows) : unfinished(rows);
      if (again.length === 0) throw new ConflictError('nothing_to_retry', 'No part of this clip has failed.');
      await this.change.clips.setCancelled(tx, clipId, false);
      await this.change.parts.raiseRun(tx, clipId, again, 'asked');
      const custody: CustodyEntry = {
        chain: clip.case_id,
        clipId,
        action: 'clip.retried',
        actor: actorOf(principal),
        body: { parts: again },
      };
      return { result: undefined, custody: [custody], events: [{ event: 'part.redriven', clipId }] };
    });
  }
}

function isOpen(row: PartRow): boolean {
  return row.state === 'waiting' || row.state === 'running';
}

function unfinished(rows: readonly PartRow[]): PartName[] {
  return rows.filter(({ state }) => state !== 'complete').map(({ part }) => part);
}

function failedWithFollowers(rows: readonly PartRow[]): PartName[] {
  const failed = rows.filter(({ state }) => state === 'failed').map(({ part }) => part);
  // What it builds on is done again too: settings may have changed since, and a result for the same settings is only read.
  const again = new Set(failed.flatMap((part) => [part, ...analysisNeedsOf(part), ...followersOf(part)]));
  return PART_NAMES.filter((part) => again.has(part));
}
