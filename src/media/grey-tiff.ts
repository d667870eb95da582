export interface GreyPage {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 0 is black, row by row. */
  readonly luma: Uint8Array;
}

const HEADER_BYTES = 8;
const ENTRY_BYTES = 12;
const SHORT = 3;
const LONG = 4;

/** Several grey pictures as one uncompressed file: baseline TIFF 6.0, little-endian, one strip and one directory a page. */
export function greyTiff(pages: readonly GreyPage[]): Buffer {
  const parts: Buffer[] = [];
  let at = HEADER_BYTES;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('II*\0', 'latin1');
  let pointer: { readonly in: Buffer; readonly at: number } = { in: header, at: 4 };
  for (const { width, height, luma } of pages) {
    // Directories must begin at an even byte.
    const strip = Buffer.alloc(luma.length + (luma.length % 2));
    strip.set(luma);
    const directory = directoryOf(width, height, at, luma.length);
    pointer.in.writeUInt32LE(at + strip.length, pointer.at);
    pointer = { in: directory, at: directory.length - 4 };
    parts.push(strip, directory);
    at += strip.length + directory.length;
  }
  return Buffer.concat([header, ...parts]);
}

function directoryOf(width: number, height: number, stripAt: number, stripBytes: number): Buffer {
  const entries: readonly (readonly [tag: number, type: number, value: number])[] = [
    [256, LONG, width],
    [257, LONG, height],
    [258, SHORT, 8],
    [259, SHORT, 1],
    [262, SHORT, 1],
    [273, LONG, stripAt],
    [277, SHORT, 1],
    [278, LONG, height],
    [279, LONG, stripBytes],
  ];
  // The last four bytes are where the next directory is; 0 after the last.
  const directory = Buffer.alloc(2 + entries.length * ENTRY_BYTES + 4);
  directory.writeUInt16LE(entries.length, 0);
  for (const [index, [tag, type, value]] of entries.entries()) {
    const entryAt = 2 + index * ENTRY_BYTES;
    directory.writeUInt16LE(tag, entryAt);
    directory.writeUInt16LE(type, entryAt + 2);
    directory.writeUInt32LE(1, entryAt + 4);
    if (type === SHORT) directory.writeUInt16LE(value, entryAt + 8);
    else directory.writeUInt32LE(value, entryAt + 8);
  }
  return directory;
}
