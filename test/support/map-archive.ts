import { writeFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';

const HEADER_BYTES = 127;

/** An archive of map tiles (PMTiles, version 3) with one raster tile for the whole world, in one colour. */
export async function writeMapArchive(path: string): Promise<void> {
  const tile = onePixel([0xd8, 0xc9, 0xa3]);
  // One entry: tile 0, once, of that length, at offset 0 (written as offset plus one).
  const directory = Buffer.from([1, 0, 1, ...varint(tile.length), 1]);
  const metadata = Buffer.from('{}');
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles', 0, 'ascii');
  header.writeUInt8(3, 7);
  const dataAt = HEADER_BYTES + directory.length + metadata.length;
  const sizes = [
    [HEADER_BYTES, directory.length],
    [HEADER_BYTES + directory.length, metadata.length],
    [dataAt, 0],
    [dataAt, tile.length],
    [1, 1],
  ];
  for (const [index, number] of [...sizes.flat(), 1].entries())
    header.writeBigUInt64LE(BigInt(number), 8 + index * 8);
  // Clustered, nothing compressed, PNG, zoom 0 to 0.
  header.set([1, 1, 1, 2, 0, 0], 96);
  for (const [index, degrees] of [-180, -85, 180, 85].entries())
    header.writeInt32LE(degrees * 10_000_000, 102 + index * 4);
  await writeFile(path, Buffer.concat([header, directory, metadata, tile]));
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >> 7)];
}

/** PNG (ISO/IEC 15948): one opaque pixel. */
function onePixel(color: readonly [number, number, number]): Buffer {
  const size = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.from([0, ...color]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
