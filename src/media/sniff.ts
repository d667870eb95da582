import { isAdtsAac, isMpegAudio, isTransportStream } from './sniff-sync.js';

export interface SniffedMedia {
  /** IANA media type, for example `video/mp4`. */
  readonly mediaType: string;
  /** Without a dot. */
  readonly extension: string;
}

const MP4: SniffedMedia = { mediaType: 'video/mp4', extension: 'mp4' };
const QUICKTIME: SniffedMedia = { mediaType: 'video/quicktime', extension: 'mov' };

/**
 * Judges from the first 4 to 8 kB of a file whether it is one of the containers that ffmpeg may open here (whitelists.ts),
 * without any parser process. Playlists, pages, images, archives and text give undefined: what a server calls `video/mp4`
 * is not believed. A true answer says only that the file begins like one; the probe stage judges the rest.
 */
export function sniffMedia(head: Uint8Array): SniffedMedia | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  for (const judge of JUDGES) {
    const found = judge(bytes);
    if (found) return found;
  }
  return undefined;
}

type Judge = (head: Buffer) => SniffedMedia | undefined;

const JUDGES: readonly Judge[] = [
  isoBaseMedia,
  matroska,
  riff,
  (head) => startsWith(head, 'FLV\x01', { mediaType: 'video/x-flv', extension: 'flv' }),
  (head) => startsWith(head, '\0\0\x01\xba', { mediaType: 'video/mpeg', extension: 'mpg' }),
  (head) => startsWith(head, ASF_HEADER, { mediaType: 'video/x-ms-asf', extension: 'asf' }),
  ogg,
  (head) => (isTransportStream(head) ? { mediaType: 'video/mp2t', extension: 'ts' } : undefined),
  (head) => (isAdtsAac(head) ? { mediaType: 'audio/aac', extension: 'aac' } : undefined),
  (head) => (isMpegAudio(head) ? { mediaType: 'audio/mpeg', extension: 'mp3' } : undefined),
];

const ASF_HEADER = '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c';

function startsWith(head: Buffer, magic: string, media: SniffedMedia): SniffedMedia | undefined {
  return text(head, 0, magic.length) === magic ? media : undefined;
}

function text(head: Buffer, start: number, end: number): string {
  return head.toString('latin1', start, end);
}

/** ISO 14496-12 §4.3, and QuickTime files older than `ftyp`. */
function isoBaseMedia(head: Buffer): SniffedMedia | undefined {
  if (head.length < 12) return undefined;
  const [sizeBytes, type] = [head.readUInt32BE(0), text(head, 4, 8)];
  if (type === 'ftyp') return sizeBytes >= 12 ? byBrand(text(head, 8, 12)) : undefined;
  const isOld = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'].includes(type);
  return isOld && (sizeBytes >= 8 || sizeBytes <= 1) ? QUICKTIME : undefined;
}

/** Still pictures share the container; the whitelisted `mov` demuxer would open them as clips. */
const PICTURE_BRANDS = /^(hei[cxms]|hev[cxms]|mif[12]|msf1|avi[fs]|avci|avcs|jpeg|jpgs|j2ki|crx )$/;

function byBrand(brand: string): SniffedMedia | undefined {
  if (PICTURE_BRANDS.test(brand)) return undefined;
  if (brand === 'qt  ') return QUICKTIME;
  if (/^(M4A|M4B|M4P) $/.test(brand)) return { mediaType: 'audio/mp4', extension: 'm4a' };
  if (brand.startsWith('3g2')) return { mediaType: 'video/3gpp2', extension: '3g2' };
  if (/^3g[pegrs]/.test(brand)) return { mediaType: 'video/3gpp', extension: '3gp' };
  return MP4;
}

/** RFC 9559: the DocType element tells WebM from Matroska; EBML of another DocType is no clip. */
function matroska(head: Buffer): SniffedMedia | undefined {
  if (text(head, 0, 4) !== '\x1a\x45\xdf\xa3') return undefined;
  const docType = /\x42\x82[\x80-\xff](webm|matroska)/.exec(text(head, 0, 256))?.[1];
  if (docType === 'webm') return { mediaType: 'video/webm', extension: 'webm' };
  if (docType === 'matroska') return { mediaType: 'video/x-matroska', extension: 'mkv' };
  return undefined;
}

function riff(head: Buffer): SniffedMedia | undefined {
  const [outer, form] = [text(head, 0, 4), text(head, 8, 12)];
  if (outer === 'RIFF' && form === 'AVI ') {
    return { mediaType: 'video/x-msvideo', extension: 'avi' };
  }
  const isWave = ['RIFF', 'RF64', 'BW64'].includes(outer) && form === 'WAVE';
  return isWave ? { mediaType: 'audio/wav', extension: 'wav' } : undefined;
}

/** RFC 3533; a video track names itself in one of the first pages. */
function ogg(head: Buffer): SniffedMedia | undefined {
  if (text(head, 0, 5) !== 'OggS\0') return undefined;
  const pages = text(head, 0, 4096);
  const hasVideo = ['\x80theora', '\x01video\0', 'BBCD\0', 'OVP80'].some((id) => pages.includes(id));
  return hasVideo
    ? { mediaType: 'video/ogg', extension: 'ogv' }
    : { mediaType: 'audio/ogg', extension: 'ogg' };
}
