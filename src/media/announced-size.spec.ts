import { describe, expect, it } from '@jest/globals';
import { announcedSize, type AnnouncedSize } from './announced-size.js';

const judge = (content: Buffer, sizeBytes = content.length): Promise<AnnouncedSize | undefined> =>
  announcedSize((offset, length) => Promise.resolve(content.subarray(offset, offset + length)), sizeBytes);

function box(type: string, payloadBytes: number, announced = payloadBytes + 8): Buffer {
  const header = Buffer.alloc(8 + payloadBytes);
  header.writeUInt32BE(announced, 0);
  header.write(type, 4, 'latin1');
  return header;
}

function riff(announced: number, contentBytes: number, form = 'AVI '): Buffer {
  const chunk = Buffer.alloc(8 + contentBytes);
  chunk.write('RIFF', 0, 'latin1');
  chunk.writeUInt32LE(announced, 4);
  chunk.write(form, 8, 'latin1');
  return chunk;
}

describe('ISO base media', () => {
  it('is whole when the last box ends where the file ends', async () => {
    const whole = Buffer.concat([box('ftyp', 16), box('moov', 100), box('mdat', 1000)]);
    expect(await judge(whole)).toEqual({
      container: 'iso-bmff',
      announcedBytes: whole.length,
      missingBytes: 0,
    });
  });

  it('lacks the bytes by which a cut mdat is shorter than it says', async () => {
    const cut = Buffer.concat([box('ftyp', 16), box('moov', 100), box('mdat', 400, 1008)]);
    expect(await judge(cut)).toMatchObject({ missingBytes: 600 });
  });

  it('reads 64-bit sizes', async () => {
    const header = box('mdat', 8, 1);
    header.writeBigUInt64BE(5_000_000_000n, 8);
    const result = await judge(Buffer.concat([box('ftyp', 16), header]));
    expect(result?.announcedBytes).toBe(5_000_000_024);
  });

  it('announces nothing with an open-ended mdat', async () => {
    expect(await judge(Buffer.concat([box('ftyp', 16), box('mdat', 50, 0)]))).toBeUndefined();
  });

  it('ignores rubbish behind the last box', async () => {
    const tail = Buffer.alloc(20, 0xff);
    const result = await judge(Buffer.concat([box('ftyp', 16), box('moov', 30), tail]));
    expect(result?.missingBytes).toBe(0);
  });

  it('does not take a trailer of unknown type for a cut box', async () => {
    const trailer = box('SEFT', 4, 1_000_000);
    const result = await judge(Buffer.concat([box('ftyp', 16), box('mdat', 30), trailer]));
    expect(result?.missingBytes).toBe(0);
  });

  it('does not take text for boxes', async () => {
    expect(await judge(Buffer.from('this is a text of some length'))).toBeUndefined();
  });

  it('ends on a file of a million empty boxes', async () => {
    const many = Buffer.concat(Array.from({ length: 60_000 }, () => box('free', 0)));
    expect(await judge(many)).toBeDefined();
  });
});

describe('RIFF', () => {
  it('is whole, also in two OpenDML parts', async () => {
    const parts = Buffer.concat([riff(100, 100), riff(60, 60, 'AVIX')]);
    expect(await judge(parts)).toEqual({
      container: 'riff',
      announcedBytes: parts.length,
      missingBytes: 0,
    });
  });

  it('lacks what it announces', async () => {
    expect(await judge(riff(1000, 300))).toMatchObject({ missingBytes: 700 });
  });

  it('announces nothing when its writer never came back to fill in the length', async () => {
    expect(await judge(riff(0, 300))).toBeUndefined();
    expect(await judge(riff(0xffffffff, 300))).toBeUndefined();
  });
});

describe('Matroska', () => {
  const ebml = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x84, 1, 2, 3, 4, 0x18, 0x53, 0x80, 0x67]);

  it('announces by its Segment', async () => {
    const size = Buffer.from([0x01, 0, 0, 0, 0, 0, 0x03, 0xe8]);
    const result = await judge(Buffer.concat([ebml, size, Buffer.alloc(500)]));
    expect(result).toMatchObject({ container: 'matroska', missingBytes: 500 });
  });

  it('announces nothing as a live recording', async () => {
    const unknown = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
    expect(await judge(Buffer.concat([ebml, unknown, Buffer.alloc(500)]))).toBeUndefined();
  });
});
