import { describe, expect, it } from '@jest/globals';
import { credentialsMarker, type CredentialsMarker } from './content-credentials-marker.js';

const look = (content: Buffer): Promise<CredentialsMarker> =>
  credentialsMarker(
    (offset, length) => Promise.resolve(content.subarray(offset, offset + length)),
    content.length,
  );

function box(type: string, payload: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + payload.length, 0);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, payload]);
}

function chunk(id: string, payload: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(id, 0, 'latin1');
  header.writeUInt32LE(payload.length, 4);
  return Buffer.concat([header, payload, Buffer.alloc(payload.length % 2)]);
}

const FTYP = box('ftyp', Buffer.from('isom\0\0\0\0'));
const C2PA = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex');

describe('credentialsMarker', () => {
  it('finds the uuid box of C2PA among others', async () => {
    const other = box('uuid', Buffer.alloc(24, 7));
    const manifest = box('uuid', Buffer.concat([C2PA, Buffer.alloc(40)]));
    expect(await look(Buffer.concat([FTYP, other, manifest, box('mdat', Buffer.alloc(9))]))).toBe('present');
    expect(await look(Buffer.concat([FTYP, other]))).toBe('absent');
  });

  it('does not take the same bytes within media data for a manifest', async () => {
    expect(await look(Buffer.concat([FTYP, box('mdat', box('uuid', C2PA))]))).toBe('absent');
  });

  it('finds the chunk of RIFF behind one of odd length', async () => {
    const body = [chunk('LIST', Buffer.alloc(13)), chunk('C2PA', Buffer.alloc(4))];
    const riff = Buffer.concat([Buffer.from('RIFF\0\0\0\0AVI ', 'latin1'), ...body]);
    expect(await look(riff)).toBe('present');
  });

  it('says that it did not look into other containers', async () => {
    expect(await look(Buffer.from('1a45dfa3000000000000000000', 'hex'))).toBe('not_looked_for');
  });
});
