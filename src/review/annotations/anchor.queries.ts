import { sql, type Selectable } from 'kysely';
import type { Executor } from '../../platform/db/database.js';
import type { Frame } from '../../platform/db/schema.gen.js';
import type { Annotated } from './domain/selection.js';

/** Where an annotation is held: the original's bytes and their own time base, not a frame's id. */
export interface Anchor {
  readonly originalSha256: string;
  /** Where it was drawn; frames get new ids when they are extracted again. */
  readonly frameId: string | null;
  readonly sourcePts: number | null;
  readonly timeBase: string | null;
  readonly frameNumber: number | null;
  readonly ptsMs: number | null;
}

/** Read-only: `frame` and `stage_result` are the analysis room's. */
export function findFrame(on: Executor, id: string): Promise<Selectable<Frame> | undefined> {
  return on.selectFrom('frame').selectAll().where('id', '=', id).executeTakeFirst();
}

export type FrameHere = Pick<Selectable<Frame>, 'id' | 'clip_id' | 'source_pts' | 'width' | 'height'>;

/** The present frames at these times of these clips. */
export async function listFramesAt(
  on: Executor,
  anchors: readonly { readonly clip_id: string; readonly source_pts: number | null }[],
): Promise<FramesAt> {
  const times = anchors.flatMap(({ source_pts }) => (source_pts === null ? [] : [source_pts]));
  if (times.length === 0) return new FramesAt([]);
  const rows = await on
    .selectFrom('frame')
    .select(['id', 'clip_id', 'source_pts', 'width', 'height'])
    .where('clip_id', 'in', [...new Set(anchors.map(({ clip_id }) => clip_id))])
    .where('source_pts', 'in', [...new Set(times)])
    .orderBy('index', 'desc')
    .execute();
  return new FramesAt(rows);
}

export class FramesAt {
  readonly #frames: ReadonlyMap<string, FrameHere>;

  constructor(rows: readonly FrameHere[]) {
    this.#frames = new Map(rows.map((row) => [`${row.clip_id}/${row.source_pts}`, row]));
  }

  find(anchor: { readonly clip_id: string; readonly source_pts: number | null }): FrameHere | undefined {
    return this.#frames.get(`${anchor.clip_id}/${anchor.source_pts}`);
  }
}

/** Length and size of picture as the probe found them. */
export async function findClipExtent(
  on: Executor,
  originalSha256: string,
): Promise<Extract<Annotated, { kind: 'clip' }>> {
  const row = await on
    .selectFrom('stage_result')
    .select([
      sql<number | null>`(result #>> '{output,container,durationMs}')::float8`.as('durationMs'),
      sql<number | null>`(result #>> '{output,video,displayWidth}')::float8`.as('width'),
      sql<number | null>`(result #>> '{output,video,displayHeight}')::float8`.as('height'),
    ])
    .where('original_sha256', '=', originalSha256)
    .where('stage', '=', 'probe')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { durationMs = null, width = null, height = null } = row ?? {};
  return {
    kind: 'clip',
    durationMs: durationMs === null ? null : Math.ceil(durationMs),
    frame: width === null || height === null ? null : { width, height },
  };
}
