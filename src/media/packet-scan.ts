import { LineSplitter } from './line-splitter.js';
import { ffprobeInputArgs } from './ffprobe.js';
import { PacketTimes, type PacketSummary } from './packet-times.js';
import type { ToolLimits, ToolRecord, ToolRunner } from './tool.js';
import type { CodecPolicy } from './whitelists.js';

export interface PacketScanInput {
  readonly inputPath: string;
  readonly codecPolicy: CodecPolicy;
  /** As `FfprobeReport.namedOnly`. */
  readonly namedOnly: readonly string[];
  readonly streamIndex: number;
  readonly signal: AbortSignal;
}

export interface PacketScan extends PacketSummary {
  /** The demuxer came to the end of the file within a sample. */
  readonly isCutOff: boolean;
  readonly record: ToolRecord;
}

/** Demuxing costs about a fiftieth of decoding; 4 GiB from a slow disk take a minute. */
const SCAN_LIMITS: ToolLimits = {
  timeoutMs: 180_000,
  cpuSeconds: 120,
  addressSpaceBytes: 1024 ** 3,
  fileSizeBytes: 1024 ** 2,
  stdoutBytes: 0,
};

/**
 * Times of every packet of one stream, by demuxing alone. Output is read as it comes and never held.
 * @throws as `ToolRunner.run`
 */
export async function scanPackets(tools: ToolRunner, input: PacketScanInput): Promise<PacketScan> {
  const times = new PacketTimes();
  const lines = new LineSplitter((line) => times.add(line));
  let isCutOff = false;
  const { record } = await tools.run({
    tool: 'ffprobe',
    args: (at) => [
      ...ffprobeInputArgs(input.codecPolicy, input.namedOnly),
      '-select_streams',
      String(input.streamIndex),
      '-show_entries',
      'packet=pts_time,dts_time,duration_time,flags',
      '-of',
      'csv=p=0',
      '-i',
      at.input,
    ],
    inputPath: input.inputPath,
    limits: SCAN_LIMITS,
    signal: input.signal,
    onStdout: (chunk) => lines.write(chunk),
    onStderrLine: (line) => {
      isCutOff ||= /partial file|Packet corrupt|truncat/i.test(line);
    },
  });
  lines.end();
  return { ...times.summary(), isCutOff, record };
}
