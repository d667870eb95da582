import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FramePass } from '../../../media/frame-pass.js';
import type { ToolRunner } from '../../../media/tool.js';
import type { Stage, StageArtefact, StageInput, StageResult } from '../../pipeline/stage.js';
import { probeOutputSchema, type ProbeOutput, type ProbeVideo } from '../probe/probe.contract.js';
import { decodeFrames } from './decode-frames.js';
import type { DetectedCuts } from './domain/cut-detector.js';
import { candidateIntervalMs, selectKeyframes, type Keyframe } from './domain/keyframe-selection.js';
import { pictureGeometry } from './domain/picture-geometry.js';
import { clipOriginMs, type TimeBase } from './domain/timeline.js';
import { FrameCollector, type CollectedCandidate } from './frame-collector.js';
import type { FramesOutput } from './frames.contract.js';
import { keepPictures, wholeCandidates } from './keep-pictures.js';
import { decodableVideo, failureOf, noPicture, warningsOf } from './pass-failure.js';

const MICROSECONDS: TimeBase = { num: 1, den: 1_000_000 };

/** Keyframes, thumbnails, veiled copies, cuts and grey frames from one decode. See README.md for what it may claim. */
export class FramesStage implements Stage<FramesOutput> {
  readonly id = 'frames';
  readonly version = 1;
  readonly needs: readonly string[] = ['probe'];

  async run(input: StageInput, tools: ToolRunner): Promise<StageResult<FramesOutput>> {
    const probe = probeOutputSchema.parse(input.needed['probe']);
    const video = decodableVideo(probe);
    const timeBase = video.timeBase ?? MICROSECONDS;
    const { geometry, warnings } = pictureGeometry(video);
    const durationMs = spanMs(probe, video);
    const collector = new FrameCollector(timeBase, clipOriginMs(probe.container));
    const pass: FramePass = {
      streamIndex: video.index,
      timeBase,
      geometry,
      candidateSeconds: candidateIntervalMs(durationMs ?? 0) / 1000,
      codecPolicy: input.settings.codecPolicy,
      decoderThreads: input.settings.decoderThreads,
    };
    const decoding = await decodeFrames(input, tools, pass, collector, durationMs);
    const candidates = await wholeCandidates(input.scratchDir, collector.candidates);
    if (candidates.length === 0) throw noPicture(probe, decoding);

    const cuts = collector.finishCuts();
    const keyframes = chooseKeyframes(collector, candidates, cuts);
    const kept = await keepPictures(input, tools, keyframes);
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
      artefacts: [...kept.artefacts, await frameIndex(input.scratchDir, collector, timeBase)],
      toolRuns: [...(decoding.record ? [decoding.record] : []), kept.record],
      warnings: [...warnings, ...warningsOf(decoding)],
      ...(failure ? { failure } : {}),
    };
  }
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
