import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FramePass } from '../../../media/frame-pass.js';
import type { ToolRunner } from '../../../media/tool.js';
import type { Stage, StageArtefact, StageInput, StageResult } from '../../pipeline/stage.js';
import type { PixelSize } from '../fingerprint/domain/pdq-lens.js';
import type { BuiltTrack } from '../fingerprint/domain/track-builder.js';
import { encodeTrack } from '../fingerprint/domain/track.js';
import { probeOutputSchema, type ProbeOutput, type ProbeVideo } from '../probe/probe.contract.js';
import { decodeFrames } from './decode-frames.js';
import type { DetectedCuts } from './domain/cut-detector.js';
import { candidateIntervalMs, selectKeyframes, type Keyframe } from './domain/keyframe-selection.js';
import { pictureGeometry } from './domain/picture-geometry.js';
import { clipOriginMs, type TimeBase } from './domain/timeline.js';
import { FrameCollector, type CollectedCandidate } from './frame-collector.js';
import { CROPS_KIND, TRACK_KIND, type FramesOutput } from './frames.contract.js';
import { keepPictures, wholeCandidates } from './keep-pictures.js';
import { decodableVideo, failureOf, noPicture, warningsOf } from './pass-failure.js';
import { TrackThread } from './track-thread.js';

const MICROSECONDS: TimeBase = { num: 1, den: 1_000_000 };

/** Keyframes, thumbnails, veiled copies, cuts and grey frames from one decode. See README.md for what it may claim. */
export class FramesStage implements Stage<FramesOutput> {
  readonly id = 'frames';
  readonly version = 2;
  readonly needs: readonly string[] = ['probe'];

  async run(input: StageInput, tools: ToolRunner): Promise<StageResult<FramesOutput>> {
    const probe = probeOutputSchema.parse(input.needed['probe']);
    const video = decodableVideo(probe);
    const thread = new TrackThread(uprightSize(video));
    try {
      return await this.#run({ input, tools, probe, video, thread });
    } finally {
      await thread.close();
    }
  }

  async #run({ input, tools, probe, video, thread }: FramesRun): Promise<StageResult<FramesOutput>> {
    const timeBase = video.timeBase ?? MICROSECONDS;
    const { geometry, warnings } = pictureGeometry(video);
    const durationMs = spanMs(probe, video);
    const collector = new FrameCollector(timeBase, clipOriginMs(probe.container), (ptsMs, grey) =>
      thread.add(ptsMs, grey),
    );
    const pass: FramePass = {
      streamIndex: video.index,
      timeBase,
      geometry,
      candidateSeconds: candidateIntervalMs(durationMs ?? 0) / 1000,
      codecPolicy: input.settings.codecPolicy,
      decoderThreads: input.settings.decoderThreads,
    };
    const decoding = await decodeFrames(input, tools, pass, collector, durationMs, () => thread.room());
    const candidates = await wholeCandidates(input.scratchDir, collector.candidates);
    if (candidates.length === 0) throw noPicture(probe, decoding);

    const cuts = collector.finishCuts();
    const keyframes = chooseKeyframes(collector, candidates, cuts);
    const kept = await keepPictures(input, tools, keyframes, thread);
    const failure = failureOf(probe, decoding);
    return {
      outcome: 'found',
      output: {
        frames: keyframes.map((keyframe, index) => ({
          index,
          ...describe(keyframe),
          timeBase: `${timeBase.num}/${timeBase.den}`,
          width: kept.width,
          height: kept.height,
          ...kept.hashes[index]!,
        })),
        cuts: cuts.cuts.map((cut) => ({
          ...cut,
          startMs: Math.round(cut.startMs),
          endMs: Math.round(cut.endMs),
          score: Math.round(cut.score * 1000) / 1000,
        })),
        decoded: decodedOf(collector),
        grey: { frameCount: collector.greyCount, sha256: decoding.greySha256 },
      },
      artefacts: [
        ...kept.artefacts,
        await frameIndex(input.scratchDir, collector, timeBase),
        ...(await trackFiles(input.scratchDir, await thread.finish())),
      ],
      toolRuns: [...(decoding.record ? [decoding.record] : []), kept.record],
      warnings: [...warnings, ...warningsOf(decoding)],
      ...(failure ? { failure } : {}),
    };
  }
}

interface FramesRun {
  readonly input: StageInput;
  readonly tools: ToolRunner;
  readonly probe: ProbeOutput;
  readonly video: ProbeVideo;
  readonly thread: TrackThread;
}

/** As coded, but upright: PDQ's blur counts in the source's own pixels. */
function uprightSize(video: ProbeVideo): PixelSize {
  const { width, height } = video;
  const isTurned = pictureGeometry(video).geometry.quarterTurns % 2 === 1;
  return isTurned ? { width: height, height: width } : { width, height };
}

/** What was really in the file counts more than what its container says. */
function spanMs({ container }: ProbeOutput, video: ProbeVideo): number | null {
  const { lastPacketEndMs, startMs } = video;
  if (lastPacketEndMs !== null) return Math.max(0, lastPacketEndMs - (startMs ?? container.startMs));
  return container.durationMs;
}

function chooseKeyframes(
  collector: FrameCollector,
  candidates: readonly CollectedCandidate[],
  { cuts, leaderEndMs }: DetectedCuts,
): Keyframe<CollectedCandidate>[] {
  const starts = [...(leaderEndMs === undefined ? [] : [leaderEndMs]), ...cuts.map(({ endMs }) => endMs)];
  const span = { firstMs: collector.firstMs ?? 0, lastMs: collector.lastMs ?? 0 };
  return selectKeyframes(candidates, starts, span);
}

function describe({ candidate, kind }: Keyframe<CollectedCandidate>): {
  ptsMs: number;
  sourcePts: string;
  frameNumber: number;
  kind: 'scene' | 'interval';
} {
  const { ptsMs, sourcePts, frameNumber } = candidate;
  return { ptsMs: Math.round(ptsMs), sourcePts: String(sourcePts), frameNumber, kind };
}

function decodedOf({ frameCount, firstMs, lastMs }: FrameCollector): FramesOutput['decoded'] {
  return {
    frameCount,
    firstPtsMs: firstMs === undefined ? null : Math.round(firstMs),
    lastPtsMs: lastMs === undefined ? null : Math.round(lastMs),
  };
}

async function trackFiles(folder: string, { track, crops }: BuiltTrack): Promise<StageArtefact[]> {
  const files: StageArtefact[] = [];
  for (const [kind, samples] of [
    [TRACK_KIND, track],
    [CROPS_KIND, crops],
  ] as const) {
    if (samples.count === 0) continue;
    const path = join(folder, kind);
    await writeFile(path, encodeTrack(samples));
    files.push({ kind, path, mediaType: 'application/octet-stream' });
  }
  return files;
}

/** Times of all decoded pictures, so that a player can step from one to the next exactly. */
async function frameIndex(
  folder: string,
  collector: FrameCollector,
  timeBase: TimeBase,
): Promise<StageArtefact> {
  const path = join(folder, 'frame-index.json');
  const index = { timeBase: `${timeBase.num}/${timeBase.den}`, ...collector.ptsRuns.toIndex() };
  await writeFile(path, JSON.stringify(index));
  return { kind: 'frame-index', path, mediaType: 'application/json' };
}
