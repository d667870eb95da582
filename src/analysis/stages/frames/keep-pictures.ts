import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { candidateName, thumbName } from '../../../media/frame-pass.js';
import {
  CONTACT_SHEET_NAME,
  keptThumbName,
  veilArgs,
  veiledName,
  type Thumbs,
} from '../../../media/frame-pass-veil.js';
import type { ToolLimits, ToolRecord, ToolRunner } from '../../../media/tool.js';
import { PartError } from '../../../shared/errors.js';
import type { StageArtefact, StageInput } from '../../pipeline/stage.js';
import type { Keyframe } from './domain/keyframe-selection.js';
import type { CollectedCandidate } from './frame-collector.js';
import { GREY_BYTES } from './domain/small-frame.js';
import { isWholeJpeg, jpegSize } from './jpeg-file.js';
import type { PictureHash } from './track-thread.contract.js';
import type { TrackThread } from './track-thread.js';

export interface KeptPictures {
  readonly width: number;
  readonly height: number;
  readonly artefacts: readonly StageArtefact[];
  /** By keyframe. */
  readonly hashes: readonly PictureHash[];
  readonly record: ToolRecord;
}

const JPEG = 'image/jpeg';
const VEIL_LIMITS: ToolLimits = {
  timeoutMs: 60_000,
  cpuSeconds: 60,
  addressSpaceBytes: 1024 ** 3,
  fileSizeBytes: 64 * 1024 ** 2,
  stdoutBytes: 0,
};

/** Those whose picture and thumbnail are on disk in full: the last ones may not be when the decoder was killed. */
export async function wholeCandidates(
  folder: string,
  candidates: readonly CollectedCandidate[],
): Promise<readonly CollectedCandidate[]> {
  for (let count = candidates.length; count > 0; count -= 1) {
    const paths = [candidateName(count), thumbName(count)].map((name) => join(folder, name));
    const areWhole = await Promise.all(paths.map(isWholeJpeg));
    if (areWhole.every(Boolean)) return candidates.slice(0, count);
  }
  return [];
}

/** Deletes the candidates that were not chosen, and makes veiled copies, hashes and the contact sheet from those that were. */
export async function keepPictures(
  input: StageInput,
  tools: ToolRunner,
  keyframes: readonly Keyframe<CollectedCandidate>[],
  thread: TrackThread,
): Promise<KeptPictures> {
  const folder = input.scratchDir;
  const at = (name: string): string => join(folder, name);
  const kept = new Set(keyframes.map(({ candidate }) => candidateName(candidate.count)));
  for (const [index, { candidate }] of keyframes.entries()) {
    await rename(at(thumbName(candidate.count)), at(keptThumbName(index + 1)));
  }
  const surplus = (await readdir(folder)).filter((name) => /^[ct]\d+\.jpg$/.test(name) && !kept.has(name));
  await Promise.all(surplus.map((name) => rm(at(name))));

  const first = keyframes[0]?.candidate.count ?? 1;
  const [size, thumb] = await Promise.all([
    jpegSize(at(candidateName(first))),
    jpegSize(at(keptThumbName(1))),
  ]);
  const { record, greys } = await veil(input, tools, { count: keyframes.length, ...thumb });
  const hashes = await thread.hashPictures(greys, size);
  const artefacts = keyframes.flatMap(({ candidate }, index): StageArtefact[] => {
    const key = String(index);
    return [
      { kind: 'frame', key, mediaType: JPEG, path: at(candidateName(candidate.count)) },
      { kind: 'thumb', key, mediaType: JPEG, path: at(keptThumbName(index + 1)) },
      { kind: 'veiled', key, mediaType: JPEG, path: at(veiledName(index + 1)) },
    ];
  });
  const sheet = { kind: 'contact-sheet', mediaType: JPEG, path: at(CONTACT_SHEET_NAME) };
  return { ...size, record, hashes, artefacts: [...artefacts, sheet] };
}

async function veil(
  input: StageInput,
  tools: ToolRunner,
  thumbs: Thumbs,
): Promise<{ record: ToolRecord; greys: Uint8Array<ArrayBuffer> }> {
  const greys = new Uint8Array(thumbs.count * GREY_BYTES);
  let filled = 0;
  const { record, stderrTail } = await tools.run({
    tool: 'ffmpeg',
    args: (at) => veilArgs(at, thumbs),
    outputDir: input.scratchDir,
    limits: VEIL_LIMITS,
    signal: input.signal,
    onStdout: (chunk) => {
      greys.set(chunk.subarray(0, greys.length - filled), filled);
      filled = Math.min(greys.length, filled + chunk.length);
    },
  });
  const last = join(input.scratchDir, veiledName(thumbs.count));
  if (record.exitCode !== 0 || filled < greys.length || !(await isWholeJpeg(last))) {
    throw new PartError('internal', 'The veiled copies could not be made.', { record, stderrTail });
  }
  return { record, greys };
}
