import { FramePassLines } from '../../../media/frame-pass-lines.js';
import { framePassArgs, type FramePass } from '../../../media/frame-pass.js';
import type { ToolLimits, ToolRecord, ToolRunner } from '../../../media/tool.js';
import { PartError } from '../../../shared/errors.js';
import type { StageInput } from '../../pipeline/stage.js';
import type { FrameCollector } from './frame-collector.js';
import { GreyFrames } from './grey-frames.js';

export interface Decoding {
  readonly record: ToolRecord | undefined;
  readonly greySha256: string;
  /** Lines that the decoder wrote about faults in the file. */
  readonly faultCount: number;
  readonly stderrTail: string;
  /** Why the decoder was stopped before the end of the file. */
  readonly stopped: PartError | undefined;
}

/** Largest single picture that is written. */
const MAX_PICTURE_BYTES = 64 * 1024 ** 2;
const LEAST_MINUTES = 10;
const MOST_MINUTES = 180;

function limitsFor(durationMs: number | null, threads: number): ToolLimits {
  const minutes = Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, (2 * (durationMs ?? 0)) / 60_000));
  return {
    timeoutMs: minutes * 60_000,
    cpuSeconds: Math.ceil(minutes * 60 * threads),
    addressSpaceBytes: 4 * 1024 ** 3,
    fileSizeBytes: MAX_PICTURE_BYTES,
    stdoutBytes: 0,
  };
}

/**
 * Runs the frame pass and gives what it tells to the collector. Limits that end it are reported, not thrown, so that the
 * pictures so far can be kept.
 * @param room gives what to wait for before more pictures are taken in
 * @throws the signal's reason when aborted
 */
export async function decodeFrames(
  input: StageInput,
  tools: ToolRunner,
  pass: FramePass,
  collector: FrameCollector,
  durationMs: number | null,
  room: () => Promise<void> | undefined,
): Promise<Decoding> {
  const lines = new FramePassLines();
  const grey = new GreyFrames((frame) => collector.addGrey(frame));
  let faultCount = 0;
  const ended = (
    record: ToolRecord | undefined,
    stderrTail: string,
    stopped: PartError | undefined,
  ): Decoding => ({ record, stderrTail, stopped, faultCount, greySha256: grey.sha256Hex() });
  try {
    const { record, stderrTail } = await tools.run({
      tool: 'ffmpeg',
      args: (at) => framePassArgs(at, pass),
      inputPath: input.originalPath,
      outputDir: input.scratchDir,
      limits: limitsFor(durationMs, pass.decoderThreads),
      signal: input.signal,
      onStdout: (chunk) => {
        grey.write(chunk);
        return room();
      },
      onSideLine: (line) => {
        const event = lines.read(line);
        if (!event) return;
        collector.addEvent(event);
        if (event.kind === 'grey') reportProgress(input, collector, durationMs);
      },
      onStderrLine: () => {
        faultCount += 1;
      },
    });
    return ended(record, stderrTail, undefined);
  } catch (error) {
    if (!(error instanceof PartError) || error.code === 'internal') throw error;
    const { record, stderrTail } = error.details as { record?: ToolRecord; stderrTail?: string };
    return ended(record, stderrTail ?? '', error);
  }
}

function reportProgress(input: StageInput, collector: FrameCollector, durationMs: number | null): void {
  if (durationMs === null || durationMs <= 0) return;
  input.onProgress(Math.min(0.95, (0.95 * (collector.lastMs ?? 0)) / durationMs));
}
