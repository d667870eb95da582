import type { ClipRow } from '../../clips/index.js';
import type { Executor } from '../../platform/db/database.js';
import { ConflictError, InvalidInputError, NotFoundError } from '../../shared/errors.js';
import { findClipExtent, findFrame, type Anchor } from './anchor.queries.js';
import { namesTime, type Annotated, type Selector } from './domain/selection.js';
import { frameImagePath, frameNamedBy, namesSource, originalPath } from './domain/source.js';

/** What a request points at: the address it was sent to, the source it names, and the host it came by. */
export interface Target {
  readonly host: string;
  readonly source: string;
  readonly selector?: Selector | undefined;
}

export interface Place {
  readonly anchor: Anchor;
  readonly annotated: Annotated;
}

/** @throws NotFoundError when the frame is gone; InvalidInputError `wrong_target`. */
export async function placeOnFrame(
  on: Executor,
  clip: ClipRow,
  frameId: string,
  target: Target,
): Promise<Place> {
  const frame = await findFrame(on, frameId);
  if (frame === undefined || frame.clip_id !== clip.id) {
    throw new NotFoundError('not_found', 'There is no such frame.');
  }
  const path = frameImagePath(frame.id);
  if (!namesSource(target.source, [path], target.host)) throw wrongTarget(path);
  const { width, height } = frame;
  return {
    annotated: { kind: 'frame', frame: { width, height } },
    anchor: {
      originalSha256: originalOf(clip),
      frameId: frame.id,
      sourcePts: frame.source_pts,
      timeBase: frame.time_base,
      frameNumber: frame.frame_number,
      ptsMs: frame.pts_ms,
    },
  };
}

/** A time range of the clip; or one of its frames, when the source is that frame's image and no time is selected. */
export async function placeOnClip(on: Executor, clip: ClipRow, target: Target): Promise<Place> {
  const sha256 = originalOf(clip);
  const frameId = frameNamedBy(target.source);
  if (frameId !== undefined) {
    const frame = await findFrame(on, frameId);
    if (frame?.clip_id !== clip.id) throw wrongTarget(originalPath(clip.id));
    const place = await placeOnFrame(on, clip, frameId, target);
    if (!namesTime(target.selector)) return place;
  } else if (!namesSource(target.source, [originalPath(clip.id)], target.host)) {
    throw wrongTarget(originalPath(clip.id));
  }
  const nowhere = { frameId: null, sourcePts: null, timeBase: null, frameNumber: null, ptsMs: null };
  return { annotated: await findClipExtent(on, sha256), anchor: { originalSha256: sha256, ...nowhere } };
}

export function wrongTarget(expected: string): InvalidInputError {
  return new InvalidInputError('wrong_target', 'The target is not what this address annotates.', [
    { path: 'target.source', message: `expected ${expected}` },
  ]);
}

function originalOf(clip: ClipRow): string {
  if (clip.original_sha256 !== null) return clip.original_sha256;
  throw new ConflictError(
    'no_original',
    'The clip has no original yet: there is nothing to hold an annotation to.',
  );
}
