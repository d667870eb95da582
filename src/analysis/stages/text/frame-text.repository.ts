import { sql, type Selectable } from 'kysely';
import type { Executor } from '../../../platform/db/database.js';
import type { Frame } from '../../../platform/db/schema.gen.js';
import type { FrameTextFact } from '../checks/domain/facts.js';
import type { TextOutput } from './text.contract.js';

/** Owns `frame_text`: what was read in a clip's frames, by frame. */
export class FrameTextRepository {
  /**
   * Takes the place of what was there. Frames are found by their bytes: those that were taken again meanwhile have new ids,
   * and those that are gone are passed over.
   */
  async replace(tx: Executor, clipId: string, read: TextOutput): Promise<readonly FrameTextFact[]> {
    await tx.deleteFrom('frame_text').where('clip_id', '=', clipId).execute();
    if (read.frames.length === 0) return [];
    const texts = new Map(read.frames.map((frame) => [frame.sha256, frame]));
    const frames = await tx
      .selectFrom('frame')
      .select(['id', 'pts_ms', 'sha256'])
      .where('clip_id', '=', clipId)
      .where('sha256', 'in', [...texts.keys()])
      .orderBy('index')
      .forKeyShare()
      .execute();
    const facts = frames.flatMap(({ id, pts_ms: ptsMs, sha256 }) => {
      const found = texts.get(sha256);
      return found === undefined
        ? []
        : [{ frameId: id, ptsMs, text: found.text, confidence: found.confidence }];
    });
    if (facts.length === 0) return [];
    await tx
      .insertInto('frame_text')
      .values(
        facts.map(({ frameId, text, confidence }) => ({
          frame_id: frameId,
          clip_id: clipId,
          text,
          confidence,
          engine: read.engine,
        })),
      )
      .execute();
    return facts;
  }

  /** Frames in which something may be read, by time. */
  async listFrames(
    on: Executor,
    clipId: string,
  ): Promise<Pick<Selectable<Frame>, 'sha256' | 'pts_ms' | 'kind' | 'width' | 'height'>[]> {
    return on
      .selectFrom('frame')
      .select(['sha256', 'pts_ms', 'kind', 'width', 'height'])
      .where('clip_id', '=', clipId)
      .orderBy('index')
      .execute();
  }

  /** Two attempts at one clip's text must not both delete and both insert. */
  async lock(tx: Executor, clipId: string): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`frame_text ${clipId}`}, 0))`.execute(tx);
  }
}
