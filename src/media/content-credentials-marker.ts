import { open } from 'node:fs/promises';
import { topLevelBoxes } from './announced-size-boxes.js';
import type { ReadAt } from './announced-size.js';

/** C2PA 2.2 §A.5: the extended type of the `uuid` box that carries a manifest. */
const C2PA_UUID = 'd8fec3d61b0e483c92975828877ec481';

const MAX_RIFF_CHUNKS = 1000;

export type CredentialsMarker = 'present' | 'absent' | 'not_looked_for';

/**
 * Whether a file announces content credentials, from its outermost headers alone: the `uuid` box of C2PA (or a bare `jumb`
 * box) at the top level of ISO base media, the `C2PA` chunk at the top level of RIFF. Other containers are not looked into.
 */
export async function findCredentialsMarker(path: string): Promise<CredentialsMarker> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return await credentialsMarker(async (offset, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
      return buffer.subarray(0, bytesRead);
    }, size);
  } finally {
    await file.close();
  }
}

export async function credentialsMarker(readAt: ReadAt, sizeBytes: number): Promise<CredentialsMarker> {
  const head = (await readAt(0, 12)).toString('latin1');
  if (head.startsWith('RIFF')) return markerInRiff(readAt, sizeBytes);
  if (!/^....(ftyp|moov|mdat|wide|free|skip|pnot|styp|uuid)/s.test(head)) return 'not_looked_for';
  for await (const box of topLevelBoxes(readAt, sizeBytes)) {
    if (box.type === 'jumb') return 'present';
    if (box.type !== 'uuid') continue;
    const uuid = await readAt(box.offset + box.headerBytes, 16);
    if (uuid.toString('hex') === C2PA_UUID) return 'present';
  }
  return 'absent';
}

async function markerInRiff(readAt: ReadAt, sizeBytes: number): Promise<CredentialsMarker> {
  let at = 12;
  for (let count = 0; count < MAX_RIFF_CHUNKS && at + 8 <= sizeBytes; count += 1) {
    const header = await readAt(at, 8);
    if (header.length < 8) break;
    if (header.toString('latin1', 0, 4) === 'C2PA') return 'present';
    const length = header.readUInt32LE(4);
    // Chunks are padded to even lengths.
    at += 8 + length + (length % 2);
  }
  return 'absent';
}
