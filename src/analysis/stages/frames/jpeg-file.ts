import { open } from 'node:fs/promises';

const HEAD_BYTES = 4096;
const START_OF_FRAME = 0xc0;
const END_OF_IMAGE = 0xffd9;

/** Size of the baseline JPEG that our own encoder wrote. @throws RangeError when the file is none */
export async function jpegSize(path: string): Promise<{ width: number; height: number }> {
  const head = await readPart(path, 'head');
  for (let at = 2; at + 9 < head.length && head[at] === 0xff; at += 2 + head.readUInt16BE(at + 2)) {
    if (head[at + 1] === START_OF_FRAME) {
      return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    }
  }
  throw new RangeError('not a baseline JPEG');
}

/** Whether the file was written to its end: a killed encoder leaves half a picture, or none. */
export async function isWholeJpeg(path: string): Promise<boolean> {
  try {
    const tail = await readPart(path, 'tail');
    return tail.length === 2 && tail.readUInt16BE(0) === END_OF_IMAGE;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function readPart(path: string, part: 'head' | 'tail'): Promise<Buffer> {
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const length = Math.min(size, part === 'head' ? HEAD_BYTES : 2);
  const { buffer, bytesRead } = await file.read(
    Buffer.alloc(length),
    0,
    length,
    part === 'head' ? 0 : size - length,
  );
  return buffer.subarray(0, bytesRead);
}
