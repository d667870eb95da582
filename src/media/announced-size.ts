import { open, type FileHandle } from 'node:fs/promises';
import { announcedByBoxes } from './announced-size-boxes.js';

/** What a container says about its own length, read from its outermost headers alone (no parser process, a few bytes each). */
export interface AnnouncedSize {
  readonly container: 'iso-bmff' | 'riff' | 'matroska';
  /** Offset of the first byte behind the announced content. */
  readonly announcedBytes: number;
  /** 0 when the file is as long as announced; otherwise so many bytes at its end were never received. */
  readonly missingBytes: number;
}

/** Reads up to `length` bytes at `offset`; shorter at the end of the file. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** Undefined when the format announces no length (transport streams, FLV, open-ended boxes) or is none of the three. */
export async function announcedSizeOf(path: string): Promise<AnnouncedSize | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return await announcedSize(readerOf(file), size);
  } finally {
    await file.close();
  }
}

function readerOf(file: FileHandle): ReadAt {
  return async (offset, length) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  };
}

export async function announcedSize(readAt: ReadAt, sizeBytes: number): Promise<AnnouncedSize | undefined> {
  const head = await readAt(0, 64);
  if (head.length < 12) return undefined;
  const fourCc = head.toString('latin1', 0, 4);
  if (fourCc === 'RIFF') return judged('riff', await announcedByRiff(readAt, sizeBytes), sizeBytes);
  if (head.readUInt32BE(0) === 0x1a45dfa3) {
    return judged('matroska', announcedBySegment(head), sizeBytes);
  }
  return judged('iso-bmff', await announcedByBoxes(readAt, sizeBytes), sizeBytes);
}

function judged(
  container: AnnouncedSize['container'],
  announcedBytes: number | undefined,
  sizeBytes: number,
): AnnouncedSize | undefined {
  if (announcedBytes === undefined) return undefined;
  return { container, announcedBytes, missingBytes: Math.max(0, announcedBytes - sizeBytes) };
}

/** One RIFF chunk, or several in OpenDML AVI files above 1 GiB (`AVIX`). A writer that could not seek back leaves 0 or all ones. */
async function announcedByRiff(readAt: ReadAt, sizeBytes: number): Promise<number | undefined> {
  let at = 0;
  while (at < sizeBytes) {
    const header = await readAt(at, 8);
    if (header.length < 8 || header.toString('latin1', 0, 4) !== 'RIFF') break;
    const length = header.readUInt32LE(4);
    if (length === 0 || length === 0xffffffff) return undefined;
    at += 8 + length;
  }
  return at;
}

/** RFC 8794 variable-size integers: EBML header, then the Segment. A live recording's Segment has the unknown size. */
function announcedBySegment(head: Buffer): number | undefined {
  const header = vint(head, 4);
  if (!header || header.value === undefined) return undefined;
  const segmentAt = 4 + header.length + header.value;
  if (segmentAt + 12 > head.length || head.readUInt32BE(segmentAt) !== 0x18538067) return undefined;
  const segment = vint(head, segmentAt + 4);
  if (!segment || segment.value === undefined) return undefined;
  return segmentAt + 4 + segment.length + segment.value;
}

function vint(head: Buffer, at: number): { length: number; value: number | undefined } | undefined {
  const first = head[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (first === 0 || at + length > head.length) return undefined;
  const mask = 2 ** (8 - length) - 1;
  let value = first & mask;
  let allOnes = value === mask;
  for (const byte of head.subarray(at + 1, at + length)) {
    value = value * 256 + byte;
    allOnes &&= byte === 0xff;
  }
  return { length, value: allOnes ? undefined : value };
}
