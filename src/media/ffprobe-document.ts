import { z } from 'zod';
import { PartError } from '../shared/errors.js';

/** ffprobe writes numbers as texts, and leaves out what it does not know. */
const numeric = z.string().optional();
const tags = z.record(z.string(), z.string()).default({});

const sideData = z.object({
  side_data_type: z.string().optional(),
  rotation: z.number().optional(),
});

const stream = z.object({
  index: z.int(),
  codec_name: z.string().optional(),
  codec_type: z.string().optional(),
  codec_tag_string: z.string().optional(),
  profile: z.string().optional(),
  pix_fmt: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  sample_aspect_ratio: z.string().optional(),
  r_frame_rate: z.string().optional(),
  avg_frame_rate: z.string().optional(),
  time_base: z.string().optional(),
  start_time: numeric,
  duration: numeric,
  bit_rate: numeric,
  nb_frames: numeric,
  field_order: z.string().optional(),
  color_space: z.string().optional(),
  color_transfer: z.string().optional(),
  color_primaries: z.string().optional(),
  color_range: z.string().optional(),
  sample_rate: numeric,
  channels: z.int().optional(),
  channel_layout: z.string().optional(),
  disposition: z.record(z.string(), z.number()).default({}),
  tags,
  side_data_list: z.array(sideData).default([]),
});

const document = z.object({
  format: z.object({
    format_name: z.string(),
    format_long_name: z.string().optional(),
    duration: numeric,
    start_time: numeric,
    bit_rate: numeric,
    probe_score: z.int().optional(),
    tags,
  }),
  streams: z.array(stream).default([]),
  chapters: z.array(z.unknown()).default([]),
});

/** The wanted entries of ffprobe's JSON writer, as ffprobe names them. */
export type FfprobeDocument = z.infer<typeof document>;
export type FfprobeStream = z.infer<typeof stream>;

/** @throws PartError `decode_failed` when ffprobe's output is not what this project reads */
export function ffprobeDocument(json: Buffer): FfprobeDocument {
  try {
    return document.parse(JSON.parse(json.toString('utf8')));
  } catch (error) {
    throw new PartError('decode_failed', 'The answer of ffprobe cannot be read.', {}, { cause: error });
  }
}
