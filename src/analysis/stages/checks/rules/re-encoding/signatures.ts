import type { MetadataOutput } from '../../../metadata/metadata.contract.js';
import type { ProbeOutput } from '../../../probe/probe.contract.js';

export interface Trace {
  readonly tag: string;
  readonly value: string;
  readonly kind: 'platform' | 'editor' | 'library';
  /** Whose mark it is. */
  readonly maker: string;
}

/** Marks that software leaves in files. Each pattern is linear: the texts are hostile. */
const SIGNATURES: readonly (readonly [RegExp, Trace['kind'], string])[] = [
  [/produced by google|google inc/i, 'platform', 'YouTube or another service of Google'],
  [/twitter|\bvork\b/i, 'platform', 'X (Twitter)'],
  [/whatsapp/i, 'platform', 'WhatsApp'],
  [/telegram/i, 'platform', 'Telegram'],
  [/facebook|meta platforms/i, 'platform', 'Facebook'],
  [/instagram/i, 'platform', 'Instagram'],
  [/tiktok|bytedance|^vid:v[0-9a-z]{8}/i, 'platform', 'TikTok'],
  [/snapchat|snap inc/i, 'platform', 'Snapchat'],
  [/vimeo/i, 'platform', 'Vimeo'],
  [/capcut|lemon ?8/i, 'editor', 'CapCut'],
  [/inshot/i, 'editor', 'InShot'],
  [/kinemaster/i, 'editor', 'KineMaster'],
  [/premiere|after effects|adobe media encoder/i, 'editor', 'an editor of Adobe'],
  [/davinci|blackmagic/i, 'editor', 'DaVinci Resolve'],
  [/final cut|imovie/i, 'editor', 'an editor of Apple'],
  [/\bvegas\b/i, 'editor', 'Vegas'],
  [/filmora|wondershare/i, 'editor', 'Filmora'],
  [/kdenlive|shotcut|openshot|avidemux/i, 'editor', 'a free video editor'],
  [/handbrake/i, 'library', 'HandBrake'],
  [
    /^lav[fc]\d|\blav[fc] ?\d/i,
    'library',
    'the ffmpeg libraries, which many platforms, messengers and editors use',
  ],
  [/x26[45]/i, 'library', 'the encoder x264 or x265'],
];

const TELLING_TAG =
  /(^|[:.])(encoder|encodedby|encodingtool|handler_?(name|description)|comment(-[a-z]{2,3})?|creatortool|software|writingapp|muxingapp|compressorname|major_?brand|description)$/i;
const MOST_TRACES = 20;

/** What software has left, each mark once, by the order of the tags. */
export function tracesOf(metadata: MetadataOutput | null, probe: ProbeOutput | null): Trace[] {
  const texts = [
    ...(metadata === null ? [] : metadataTexts(metadata)),
    ...(probe === null ? [] : probeTexts(probe)),
  ];
  const seen = new Set<string>();
  const traces: Trace[] = [];
  for (const { tag, value } of texts) {
    const found = SIGNATURES.find(([pattern]) => pattern.test(value));
    if (found === undefined || seen.has(found[2])) continue;
    seen.add(found[2]);
    traces.push({ tag, value, kind: found[1], maker: found[2] });
  }
  return traces.slice(0, MOST_TRACES);
}

/** Written by other software than a camera's. */
export function isReEncoded(metadata: MetadataOutput): boolean {
  return tracesOf(metadata, null).length > 0;
}

function metadataTexts(metadata: MetadataOutput) {
  const software = metadata.device?.software ?? null;
  return [
    ...metadata.encoder,
    ...(software === null ? [] : [{ tag: 'Software', value: software }]),
    ...Object.entries(metadata.tags).flatMap(([tag, value]) =>
      TELLING_TAG.test(tag) ? [{ tag, value }] : [],
    ),
  ];
}

function probeTexts({ container, streams }: ProbeOutput) {
  return [
    { tags: container.tags, of: 'Format' },
    ...streams.map(({ tags, index }) => ({ tags, of: `Stream${index}` })),
  ].flatMap(({ tags, of }) =>
    Object.entries(tags).flatMap(([tag, value]) =>
      TELLING_TAG.test(tag) ? [{ tag: `${of}:${tag}`, value }] : [],
    ),
  );
}
