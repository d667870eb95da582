import { buffer } from 'node:stream/consumers';
import type { Executor } from '../../../../platform/db/database.js';
import type { ObjectStore } from '../../../../platform/storage/object-store.js';
import { decodeSoundWords } from '../../fingerprint/domain/sound-words.js';
import { decodeTrack, VIEWS, type Track } from '../../fingerprint/domain/track.js';
import type { FramesOutput } from '../../frames/frames.contract.js';
import type { FrameFacts, SoundFacts } from '../domain/facts.js';

/** What the parts `frames` and `fingerprint` have left of these bytes. */
export async function readPictures(
  on: Executor,
  store: ObjectStore,
  of: { clipId: string; originalSha256: string; frames: FramesOutput | null },
): Promise<{ frames: FrameFacts | null; sound: SoundFacts | null }> {
  const fingerprint = await on
    .selectFrom('fingerprint')
    .select(['track_sha256', 'sound'])
    .where('original_sha256', '=', of.originalSha256)
    .orderBy('stage_version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const sound = fingerprint?.sound ?? null;
  return {
    sound: sound === null ? null : countWords(sound),
    frames:
      of.frames === null
        ? null
        : {
            keyframes: await listKeyframes(on, of.clipId),
            cuts: of.frames.cuts,
            luma:
              fingerprint === undefined
                ? []
                : lumaOf(decodeTrack(await buffer(await store.read(fingerprint.track_sha256)))),
          },
  };
}

async function listKeyframes(on: Executor, clipId: string): Promise<FrameFacts['keyframes']> {
  const rows = await on
    .selectFrom('frame')
    .select(['id', 'pts_ms', 'kind'])
    .where('clip_id', '=', clipId)
    .orderBy('index')
    .execute();
  return rows.map(({ id, pts_ms: ptsMs, kind }) => ({ id, ptsMs, kind: kind as 'scene' | 'interval' }));
}

/** One for each moment: a track also holds pictures without their border. */
function lumaOf(track: Track): FrameFacts['luma'] {
  const whole = VIEWS.indexOf('whole');
  return Array.from(track.ptsMs, (ptsMs, i) => ({ ptsMs, luma: track.luma[i] ?? 0, view: track.view[i] }))
    .filter(({ view }) => view === whole)
    .map(({ ptsMs, luma }) => ({ ptsMs, luma }));
}

function countWords(sound: Buffer): SoundFacts {
  const words = decodeSoundWords(sound);
  return { words: words.length, distinctWords: new Set(words).size };
}
