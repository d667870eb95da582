import type { FfprobeDocument, FfprobeStream } from '../../../../media/ffprobe-document.js';
import type { PacketSummary } from '../../../../media/packet-times.js';
import { plainText, type TagBudget } from '../../../../media/plain-text.js';
import type { ProbeAudio, ProbeContainer, ProbeStream, ProbeVideo, Ratio } from '../probe.contract.js';
import { displayGeometry, frameRateModeOf, integerOf, millisecondsOf, ratioOf } from './quantities.js';

const SQUARE: Ratio = { num: 1, den: 1 };
const STREAM_TYPES = ['video', 'audio', 'subtitle', 'data', 'attachment'] as const;
const MAX_NAME_BYTES = 128;

/** The clip's own picture track: not a cover or thumbnail; the default one first, then the largest, then the first. */
export function mainVideoOf(streams: readonly FfprobeStream[]): FfprobeStream | undefined {
  const area = (stream: FfprobeStream): number => (stream.width ?? 0) * (stream.height ?? 0);
  const isDefault = (stream: FfprobeStream): number => stream.disposition['default'] ?? 0;
  return streams
    .filter((stream) => stream.codec_type === 'video' && !isPicture(stream))
    .toSorted((a, b) => isDefault(b) - isDefault(a) || area(b) - area(a) || a.index - b.index)[0];
}

export function mainAudioOf(streams: readonly FfprobeStream[]): FfprobeStream | undefined {
  const isDefault = (stream: FfprobeStream): number => stream.disposition['default'] ?? 0;
  return streams
    .filter((stream) => stream.codec_type === 'audio')
    .toSorted((a, b) => isDefault(b) - isDefault(a) || a.index - b.index)[0];
}

function isPicture({ disposition }: FfprobeStream): boolean {
  return disposition['attached_pic'] === 1 || disposition['timed_thumbnails'] === 1;
}

/** The duration the container gives, else the longest stream's, else from the packets that were read. */
export function durationOf(
  { format, streams }: FfprobeDocument,
  packets: PacketSummary | undefined,
): Pick<ProbeContainer, 'durationMs' | 'durationSource'> {
  const container = positive(millisecondsOf(format.duration));
  if (container !== null) return { durationMs: container, durationSource: 'container' };
  const longest = Math.max(0, ...streams.map((stream) => millisecondsOf(stream.duration) ?? 0));
  if (longest > 0) return { durationMs: longest, durationSource: 'stream' };
  const { firstMs = null, endMs = null } = packets ?? {};
  const counted = firstMs === null || endMs === null ? null : positive(Math.round(endMs - firstMs));
  if (counted !== null) return { durationMs: counted, durationSource: 'packets' };
  return { durationMs: null, durationSource: 'unknown' };
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}

export function containerOf(
  document: FfprobeDocument,
  sizeBytes: number,
  packets: PacketSummary | undefined,
  tags: TagBudget,
): ProbeContainer {
  const { format, chapters } = document;
  return {
    format: format.format_name,
    formatName: format.format_long_name ?? null,
    ...durationOf(document, packets),
    startMs: millisecondsOf(format.start_time) ?? 0,
    sizeBytes,
    bitRate: integerOf(format.bit_rate),
    chapterCount: chapters.length,
    tags: tags.take(format.tags),
  };
}

export function streamOf(stream: FfprobeStream, tags: TagBudget): ProbeStream {
  return {
    index: stream.index,
    type: STREAM_TYPES.find((type) => type === stream.codec_type) ?? 'unknown',
    codec: nameOf(stream.codec_name),
    codecTag: nameOf(stream.codec_tag_string),
    profile: nameOf(stream.profile),
    timeBase: ratioOf(stream.time_base),
    startMs: millisecondsOf(stream.start_time),
    durationMs: millisecondsOf(stream.duration),
    bitRate: integerOf(stream.bit_rate),
    isDefault: stream.disposition['default'] === 1,
    isPicture: isPicture(stream),
    tags: tags.take(stream.tags),
  };
}

export function videoOf(
  stream: FfprobeStream,
  isDecodable: boolean,
  packets: PacketSummary | undefined,
): ProbeVideo {
  const [width, height] = [stream.width ?? 0, stream.height ?? 0];
  const sampleAspectRatio = ratioOf(stream.sample_aspect_ratio) ?? SQUARE;
  const timeBase = ratioOf(stream.time_base);
  const gap = { smallest: packets?.smallestGapMs ?? null, largest: packets?.largestGapMs ?? null };
  return {
    index: stream.index,
    codec: nameOf(stream.codec_name) ?? 'unknown',
    profile: nameOf(stream.profile),
    isDecodable,
    pixelFormat: nameOf(stream.pix_fmt),
    width,
    height,
    ...displayGeometry(width, height, sampleAspectRatio, rotationOf(stream)),
    sampleAspectRatio,
    isInterlaced: !['progressive', 'unknown', undefined].includes(stream.field_order),
    timeBase,
    frameRateMode: frameRateModeOf(gap.smallest, gap.largest, timeBase),
    avgFps: framesPerSecondOf(stream, packets),
    startMs: millisecondsOf(stream.start_time),
    durationMs: millisecondsOf(stream.duration),
    frameCount: packets?.count ?? null,
    largestGapMs: rounded(gap.largest),
    lastPacketEndMs: rounded(packets?.endMs ?? null),
  };
}

export function audioOf(stream: FfprobeStream): ProbeAudio {
  return {
    index: stream.index,
    codec: nameOf(stream.codec_name) ?? 'unknown',
    profile: nameOf(stream.profile),
    sampleRateHz: integerOf(stream.sample_rate),
    channels: stream.channels ?? null,
    channelLayout: nameOf(stream.channel_layout),
  };
}

/** Counter-clockwise, from the display matrix; ffmpeg turns an old `rotate` tag into one by itself. */
function rotationOf(stream: FfprobeStream): number {
  return stream.side_data_list.find((data) => data.rotation !== undefined)?.rotation ?? 0;
}

function framesPerSecondOf(stream: FfprobeStream, packets: PacketSummary | undefined): number | null {
  const stated = ratioOf(stream.avg_frame_rate);
  if (stated) return Math.round((1000 * stated.num) / stated.den) / 1000;
  const { count = 0, firstMs = null, endMs = null } = packets ?? {};
  if (count < 2 || firstMs === null || endMs === null || endMs <= firstMs) return null;
  return Math.round((count * 1_000_000) / (endMs - firstMs)) / 1000;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value);
}

function nameOf(text: string | undefined): string | null {
  if (text === undefined || text === 'unknown') return null;
  return plainText(text, MAX_NAME_BYTES);
}
