import { z } from 'zod';

const milliseconds = z.number();
const tags = z.record(z.string(), z.string());

export const ratioSchema = z.object({ num: z.int(), den: z.int().positive() });
export type Ratio = z.infer<typeof ratioSchema>;

const containerSchema = z.object({
  /** ffprobe's demuxer name, for example `mov,mp4,m4a,3gp,3g2,mj2`. */
  format: z.string(),
  formatName: z.string().nullable(),
  durationMs: milliseconds.nullable(),
  durationSource: z.enum(['container', 'stream', 'packets', 'unknown']),
  /** Transport streams rarely start at 0. */
  startMs: milliseconds,
  sizeBytes: z.int(),
  bitRate: z.int().nullable(),
  chapterCount: z.int(),
  tags,
});

const streamSchema = z.object({
  index: z.int(),
  type: z.enum(['video', 'audio', 'subtitle', 'data', 'attachment', 'unknown']),
  codec: z.string().nullable(),
  codecTag: z.string().nullable(),
  profile: z.string().nullable(),
  timeBase: ratioSchema.nullable(),
  startMs: milliseconds.nullable(),
  durationMs: milliseconds.nullable(),
  bitRate: z.int().nullable(),
  isDefault: z.boolean(),
  /** A cover picture or a thumbnail track, never the clip itself. */
  isPicture: z.boolean(),
  tags,
});

export const probeVideoSchema = z.object({
  index: z.int(),
  codec: z.string(),
  profile: z.string().nullable(),
  /** Whether the codec policy of this run lets a decoder be opened. */
  isDecodable: z.boolean(),
  pixelFormat: z.string().nullable(),
  /** As coded. */
  width: z.int(),
  height: z.int(),
  /** As shown: pixels made square, then rotated. */
  displayWidth: z.int(),
  displayHeight: z.int(),
  /** Clockwise turn that a player applies, 0..359. */
  rotationDegrees: z.number(),
  sampleAspectRatio: ratioSchema,
  isInterlaced: z.boolean(),
  timeBase: ratioSchema.nullable(),
  frameRateMode: z.enum(['constant', 'variable', 'unknown']),
  avgFps: z.number().nullable(),
  startMs: milliseconds.nullable(),
  durationMs: milliseconds.nullable(),
  /** Packets that are shown, by demuxing: the number of pictures of nearly every codec. Null when it could not be counted. */
  frameCount: z.int().nullable(),
  largestGapMs: milliseconds.nullable(),
  /** End of the last packet that is really in the file. */
  lastPacketEndMs: milliseconds.nullable(),
});

export const probeAudioSchema = z.object({
  index: z.int(),
  codec: z.string(),
  profile: z.string().nullable(),
  sampleRateHz: z.int().nullable(),
  channels: z.int().nullable(),
  channelLayout: z.string().nullable(),
});

/** Whether the file holds the bytes that its container announces. */
const completenessSchema = z.object({
  state: z.enum(['whole', 'truncated', 'unknown']),
  announcedBytes: z.int().nullable(),
  missingBytes: z.int().nullable(),
});

export const probeOutputSchema = z.object({
  container: containerSchema,
  streams: z.array(streamSchema),
  video: probeVideoSchema.nullable(),
  audio: probeAudioSchema.nullable(),
  completeness: completenessSchema,
  warnings: z.array(z.string()),
});

export type ProbeOutput = z.infer<typeof probeOutputSchema>;
export type ProbeContainer = ProbeOutput['container'];
export type ProbeStream = ProbeOutput['streams'][number];
export type ProbeVideo = z.infer<typeof probeVideoSchema>;
export type ProbeAudio = z.infer<typeof probeAudioSchema>;
export type ProbeCompleteness = ProbeOutput['completeness'];
