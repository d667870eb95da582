/** Formats without a magic number: told by sync words that repeat at the distance that the format demands. */

const TS_PACKET_SIZES = [188, 192, 204] as const;
const TS_WANTED_PACKETS = 5;

/** ISO 13818-1 §2.4.3.2, also when the file starts within a packet (a cut-out of a broadcast). */
export function isTransportStream(head: Buffer): boolean {
  return TS_PACKET_SIZES.some((size) => {
    const wanted = Math.min(TS_WANTED_PACKETS, Math.floor(head.length / size));
    if (wanted < 2) return false;
    for (let start = 0; start < size; start += 1) {
      if (hasSyncBytes(head, start, size, wanted)) return true;
    }
    return false;
  });
}

function hasSyncBytes(head: Buffer, start: number, size: number, wanted: number): boolean {
  let seen = 0;
  for (let at = start; at < head.length && seen < wanted; at += size) {
    if (!isPacketHeader(head, at)) return false;
    seen += 1;
  }
  return seen >= wanted;
}

/** 0x47 is also the letter G: no error flag and a legal adaptation field tell a packet from text. */
function isPacketHeader(head: Buffer, at: number): boolean {
  if (head[at] !== 0x47) return false;
  if (at + 3 >= head.length) return true;
  return ((head[at + 1] ?? 0) & 0x80) === 0 && ((head[at + 3] ?? 0) & 0x30) !== 0;
}

/** ISO 13818-7 ADTS: two headers in a row, the second where the first one's length says. */
export function isAdtsAac(head: Buffer): boolean {
  const start = afterId3(head);
  const first = adtsLengthBytes(head, start);
  if (first === undefined) return false;
  const next = start + first;
  return next + 7 > head.length ? first < head.length : adtsLengthBytes(head, next) !== undefined;
}

function adtsLengthBytes(head: Buffer, at: number): number | undefined {
  if (at + 7 > head.length) return undefined;
  const [b0, b1, b2, b3, b4, b5] = head.subarray(at, at + 6) as unknown as number[];
  if (b0 !== 0xff || ((b1 ?? 0) & 0xf6) !== 0xf0) return undefined;
  if ((((b2 ?? 0) >> 2) & 0x0f) > 12) return undefined;
  const length = (((b3 ?? 0) & 3) << 11) | ((b4 ?? 0) << 3) | ((b5 ?? 0) >> 5);
  return length > 7 ? length : undefined;
}

const MP3_KBPS_V1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MP3_KBPS_V2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const MP3_HZ = [44_100, 48_000, 32_000];

/** ISO 11172-3 layer III: an ID3v2 tag, or two frame headers in a row. */
export function isMpegAudio(head: Buffer): boolean {
  const start = afterId3(head);
  if (start > 0 && start + 4 > head.length) return true;
  const first = mp3LengthBytes(head, start);
  if (first === undefined) return false;
  return mp3LengthBytes(head, start + first) !== undefined;
}

function mp3LengthBytes(head: Buffer, at: number): number | undefined {
  if (at + 4 > head.length) return undefined;
  const word = head.readUInt32BE(at);
  const [version, layer] = [(word >>> 19) & 3, (word >>> 17) & 3];
  if (word >>> 21 !== 0x7ff || version === 1 || layer !== 1) return undefined;
  const isV1 = version === 3;
  const kbps = (isV1 ? MP3_KBPS_V1 : MP3_KBPS_V2)[(word >>> 12) & 15];
  const hz = MP3_HZ[(word >>> 10) & 3];
  if (!kbps || !hz) return undefined;
  const rate = hz / (version === 3 ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((isV1 ? 144 : 72) * kbps * 1000) / rate) + ((word >>> 9) & 1);
}

/** Where the stream starts: behind an ID3v2 tag (its length is "syncsafe", 7 bits a byte) or at 0. */
function afterId3(head: Buffer): number {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const version = head[3] ?? 0;
  const size = head.subarray(6, 10);
  if (version < 2 || version > 4 || size.some((byte) => byte > 0x7f)) return 0;
  return 10 + size.reduce((sum, byte) => sum * 128 + byte, 0);
}
