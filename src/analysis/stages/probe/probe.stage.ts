import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { announcedSizeOf } from '../../../media/announced-size.js';
import type { FfprobeStream } from '../../../media/ffprobe-document.js';
import { probeFile, type FfprobeReport } from '../../../media/ffprobe.js';
import { scanPackets, type PacketScan } from '../../../media/packet-scan.js';
import { TagBudget } from '../../../media/plain-text.js';
import type { ToolRecord, ToolRunner } from '../../../media/tool.js';
import { MAX_PIXELS, isCodecAllowed } from '../../../media/whitelists.js';
import { PartError } from '../../../shared/errors.js';
import type { Stage, StageInput, StageResult } from '../../pipeline/stage.js';
import {
  audioOf,
  containerOf,
  durationOf,
  mainAudioOf,
  mainVideoOf,
  streamOf,
  videoOf,
} from './domain/describe-media.js';
import { judgeCompleteness } from './domain/judge-completeness.js';
import type { ProbeOutput } from './probe.contract.js';

interface Scanned {
  readonly scan: PacketScan | undefined;
  readonly warnings: readonly string[];
}

/** What the file is: container, streams, sizes, times and whether it is whole. See README.md for what it may claim. */
export class ProbeStage implements Stage<ProbeOutput> {
  readonly id = 'probe';
  readonly version = 1;
  readonly needs: readonly string[] = [];

  async run(input: StageInput, tools: ToolRunner): Promise<StageResult<ProbeOutput>> {
    const { originalPath: inputPath, settings, signal } = input;
    const report = await probeFile(tools, { inputPath, codecPolicy: settings.codecPolicy, signal });
    const { streams } = report.document;
    if (streams.length === 0) throw new PartError('corrupt_media', 'The container holds no stream.');
    refuseTooLarge(streams);
    refuseTooLong(report, undefined, settings.maxClipSeconds);
    input.onProgress(0.4);

    const scanned = await this.#scan(input, tools, report);
    refuseTooLong(report, scanned.scan, settings.maxClipSeconds);
    const output = await this.#describe(input, report, scanned);
    const jsonPath = join(input.scratchDir, 'ffprobe.json');
    await writeFile(jsonPath, report.json);
    input.onProgress(1);
    return {
      outcome: 'found',
      output,
      artefacts: [{ kind: 'ffprobe-json', path: jsonPath, mediaType: 'application/json' }],
      toolRuns: [...report.runs, ...recordsOf(scanned.scan)],
      warnings: output.warnings,
    };
  }

  /** Times of the main video's packets, or of the sound's when there is no video. Its failure costs those figures only. */
  async #scan(input: StageInput, tools: ToolRunner, report: FfprobeReport): Promise<Scanned> {
    const { streams } = report.document;
    const stream = mainVideoOf(streams) ?? mainAudioOf(streams);
    if (!stream) return { scan: undefined, warnings: [] };
    try {
      const scan = await scanPackets(tools, {
        inputPath: input.originalPath,
        codecPolicy: input.settings.codecPolicy,
        namedOnly: report.namedOnly,
        streamIndex: stream.index,
        signal: input.signal,
      });
      return { scan, warnings: [] };
    } catch (error) {
      input.signal.throwIfAborted();
      if (!(error instanceof PartError) || error.code === 'internal') throw error;
      return { scan: undefined, warnings: [`The packets could not be counted: ${error.publicMessage}`] };
    }
  }

  async #describe(
    input: StageInput,
    report: FfprobeReport,
    { scan, warnings: scanWarnings }: Scanned,
  ): Promise<ProbeOutput> {
    const { document } = report;
    const { codecPolicy } = input.settings;
    const tags = new TagBudget();
    const container = containerOf(document, input.sizeBytes, scan, tags);
    const streams = document.streams.map((stream) => streamOf(stream, tags));
    const video = mainVideoOf(document.streams);
    const audio = mainAudioOf(document.streams);
    const announced = await announcedSizeOf(input.originalPath);
    const completeness = judgeCompleteness(announced, scan?.isCutOff ?? false);
    const isDecodable = isCodecAllowed(video?.codec_name ?? 'unknown', codecPolicy);
    return {
      container,
      streams,
      video: video ? videoOf(video, isDecodable, scan) : null,
      audio: audio ? audioOf(audio) : null,
      completeness,
      warnings: [
        ...warningsOf(report),
        ...scanWarnings,
        ...tags.warnings(),
        ...(completeness.state === 'truncated' ? [truncation(completeness.missingBytes)] : []),
      ],
    };
  }
}

function recordsOf(scan: PacketScan | undefined): readonly ToolRecord[] {
  return scan ? [scan.record] : [];
}

function warningsOf(report: FfprobeReport): string[] {
  const named = report.namedOnly.map(
    (decoder) => `Decoder ${decoder} is not allowed here: its stream is named but not decoded.`,
  );
  return report.withoutTags
    ? [...named, 'The embedded tags are too large for ffprobe and are not shown.']
    : named;
}

function truncation(missingBytes: number | null): string {
  return missingBytes !== null && missingBytes > 0
    ? `The file is cut off: its container announces ${missingBytes} bytes more than were received.`
    : 'The file is cut off: it ends within a sample.';
}

function refuseTooLarge(streams: readonly FfprobeStream[]): void {
  for (const { width = 0, height = 0 } of streams) {
    if (width * height > MAX_PIXELS) {
      throw new PartError('limits_exceeded', `Pictures of ${width} × ${height} are too large.`);
    }
  }
}

function refuseTooLong(report: FfprobeReport, scan: PacketScan | undefined, maxClipSeconds: number): void {
  const { durationMs } = durationOf(report.document, scan);
  if (durationMs === null || durationMs <= maxClipSeconds * 1000) return;
  const seconds = Math.ceil(durationMs / 1000);
  throw new PartError('too_long', `The clip lasts ${seconds} s; at most ${maxClipSeconds} s are allowed.`);
}
