import type { ReadAt } from './announced-size.js';

/** A 6 h fragmented file has some 20 000 boxes; a hostile one of 8-byte boxes would have half a billion. */
const MAX_BOXES = 50_000;

export interface TopLevelBox {
  readonly type: string;
  readonly offset: number;
  /** Undefined: the box runs to the end of the file (size 0). */
  readonly sizeBytes: number | undefined;
  readonly headerBytes: number;
}

/** Top-level boxes of ISO 14496-12 in file order; ends at the first header that makes no sense or starts behind the end. */
export async function* topLevelBoxes(readAt: ReadAt, fileBytes: number): AsyncGenerator<TopLevelBox> {
  let offset = 0;
  for (let count = 0; count < MAX_BOXES && offset + 8 <= fileBytes; count += 1) {
    const header = await readAt(offset, 16);
    const box = boxOf(header, offset);
    if (!box) return;
    yield box;
    if (box.sizeBytes === undefined) return;
    offset += box.sizeBytes;
  }
}

function boxOf(header: Buffer, offset: number): TopLevelBox | undefined {
  if (header.length < 8) return undefined;
  const type = header.toString('latin1', 4, 8);
  if (!/^[\x20-\x7e\xa9]{4}$/.test(type)) return undefined;
  const size32 = header.readUInt32BE(0);
  if (size32 === 0) return { type, offset, sizeBytes: undefined, headerBytes: 8 };
  if (size32 >= 8) return { type, offset, sizeBytes: size32, headerBytes: 8 };
  if (size32 !== 1 || header.length < 16) return undefined;
  const sizeBytes = Number(header.readBigUInt64BE(8));
  return sizeBytes >= 16 ? { type, offset, sizeBytes, headerBytes: 16 } : undefined;
}

const FIRST_BOXES = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot', 'styp', 'uuid']);
const LATER_BOXES = new Set([...FIRST_BOXES, 'moof', 'sidx', 'mfra', 'meta', 'udta', 'emsg', 'prft']);

/**
 * End of the last announced box; undefined when the file does not start as ISO base media or ends in an open box. A trailer
 * that some phones append is no box: an unknown type that reaches beyond the end is taken for one and announces nothing.
 */
export async function announcedByBoxes(readAt: ReadAt, fileBytes: number): Promise<number | undefined> {
  let endBytes: number | undefined;
  for await (const box of topLevelBoxes(readAt, fileBytes)) {
    if (box.offset === 0 && !FIRST_BOXES.has(box.type)) return undefined;
    if (box.sizeBytes === undefined) return undefined;
    const boxEnd = box.offset + box.sizeBytes;
    if (boxEnd > fileBytes && !LATER_BOXES.has(box.type)) break;
    endBytes = boxEnd;
  }
  return endBytes;
}
