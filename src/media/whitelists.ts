export type CodecPolicy = 'common' | 'all';

/** Only the one input file: no http, no concat, no data or crypto URL can be opened from inside it. */
export const PROTOCOLS: readonly string[] = ['file'];

/**
 * Demuxers that may open evidence, under every codec policy. Without this list an HLS playlist, ffconcat script or DASH
 * manifest named .mp4 makes ffmpeg read other local media (CVE-2016-1897, CVE-2023-6602 and kin).
 */
export const FORMATS: readonly string[] = [
  'mov',
  'mp4',
  'm4a',
  '3gp',
  '3g2',
  'mj2',
  'matroska',
  'webm',
  'mpegts',
  'avi',
  'flv',
  'mpeg',
  'asf',
  'ogg',
  'wav',
  'mp3',
  'aac',
];

/** Codec (as ffprobe names it) → ffmpeg's decoders for it. The names differ: codec `msmpeg4v3` is opened by decoder `msmpeg4`. */
export const COMMON_DECODERS: Readonly<Record<string, readonly string[]>> = {
  h264: ['h264'],
  hevc: ['hevc'],
  vp8: ['vp8'],
  vp9: ['vp9', 'libvpx-vp9'],
  av1: ['libdav1d', 'av1'],
  mpeg4: ['mpeg4'],
  mpeg2video: ['mpeg2video'],
  mpeg1video: ['mpeg1video'],
  mjpeg: ['mjpeg'],
  h263: ['h263'],
  wmv2: ['wmv2'],
  wmv3: ['wmv3'],
  vc1: ['vc1'],
  msmpeg4v3: ['msmpeg4v3', 'msmpeg4'],
  flv1: ['flv'],
  aac: ['aac'],
  mp3: ['mp3float', 'mp3'],
  opus: ['opus'],
  vorbis: ['vorbis'],
  flac: ['flac'],
  ac3: ['ac3'],
  eac3: ['eac3'],
  pcm_s16le: ['pcm_s16le'],
  amr_nb: ['amrnb'],
  amr_wb: ['amrwb'],
};

/** 8192 × 4320. A 602 kB clip of 8192 × 8192 cost 46 s and 746 MB to decode. */
export const MAX_PIXELS = 35_389_440;
export const MAX_STREAMS = 32;

/** Decoder names for `-codec_whitelist`. */
export function commonDecoders(): readonly string[] {
  return Object.values(COMMON_DECODERS).flat();
}

/** Whether the policy lets a decoder be opened for this codec (ffprobe's `codec_name`). */
export function isCodecAllowed(codec: string, policy: CodecPolicy): boolean {
  return policy === 'all' || Object.hasOwn(COMMON_DECODERS, codec);
}

/**
 * ffprobe ends with exit code 1 when it may not open the decoder of every single stream, so a PNG cover or an MP2 track
 * would hide the whole clip. These options let ffprobe itself initialise `decoders` besides, in order to name the stream: it
 * decodes nothing with them, because the demuxer's own analysis keeps the strict list of `inputLimitArgs` (an option with a
 * stream specifier never reaches it).
 */
export function namingOnlyArgs(decoders: readonly string[]): string[] {
  const allowed = [...commonDecoders(), ...decoders].join(',');
  return ['v', 'a', 's', 'd'].flatMap((type) => [`-codec_whitelist:${type}`, allowed]);
}

/**
 * Input options that ffmpeg and ffprobe share; they go before `-i`. Policy `all` opens every decoder, and still only the
 * listed containers.
 */
export function inputLimitArgs(policy: CodecPolicy): string[] {
  const codecs = policy === 'all' ? [] : ['-codec_whitelist', commonDecoders().join(',')];
  return [
    ['-protocol_whitelist', PROTOCOLS.join(',')],
    ['-format_whitelist', FORMATS.join(',')],
    codecs,
    ['-max_pixels', String(MAX_PIXELS)],
    ['-max_streams', String(MAX_STREAMS)],
    ['-probesize', '50M'],
    ['-analyzeduration', '30M'],
  ].flat();
}
