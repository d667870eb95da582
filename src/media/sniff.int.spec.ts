import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sniffMedia } from './sniff.js';
import { MadeMedia } from './testing/made-media.js';
import { describeRealClips } from './testing/real-clips.js';

let media: MadeMedia;

beforeAll(async () => {
  media = await MadeMedia.create();
});

afterAll(() => media.remove());

async function sniffFile(path: string, startAt = 0): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, startAt);
    return sniffMedia(buffer.subarray(0, bytesRead))?.mediaType;
  } finally {
    await file.close();
  }
}

const PICTURE = '-f lavfi -i testsrc=d=1:s=64x64:r=25';
const SOUND = '-f lavfi -i sine=d=1';

describe('files that ffmpeg writes', () => {
  it.each([
    ['clip.mp4', `${PICTURE} -c:v libx264`, 'video/mp4'],
    ['fragmented.mp4', `${PICTURE} -c:v libx264 -movflags frag_keyframe+empty_moov`, 'video/mp4'],
    ['clip.mov', `${PICTURE} -c:v libx264`, 'video/quicktime'],
    ['clip.3gp', `${PICTURE} -c:v mpeg4`, 'video/3gpp'],
    ['clip.3g2', `${PICTURE} -c:v mpeg4`, 'video/3gpp2'],
    ['clip.mkv', `${PICTURE} -c:v libx264`, 'video/x-matroska'],
    ['clip.webm', `${PICTURE} -c:v libvpx`, 'video/webm'],
    ['clip.avi', `${PICTURE} -c:v mpeg4`, 'video/x-msvideo'],
    ['clip.flv', `${PICTURE} -c:v flv`, 'video/x-flv'],
    ['clip.mpg', `${PICTURE} -c:v mpeg2video`, 'video/mpeg'],
    ['clip.wmv', `${PICTURE} -c:v wmv2`, 'video/x-ms-asf'],
    ['clip.ts', `${PICTURE} -c:v libx264`, 'video/mp2t'],
    ['clip.m2ts', `${PICTURE} -c:v libx264`, 'video/mp2t'],
    ['clip.ogv', `${PICTURE} -c:v libtheora`, 'video/ogg'],
    ['sound.ogg', `${SOUND} -c:a libvorbis`, 'audio/ogg'],
    ['sound.wav', SOUND, 'audio/wav'],
    ['sound.m4a', `${SOUND} -c:a aac`, 'audio/mp4'],
    ['sound.aac', `${SOUND} -c:a aac`, 'audio/aac'],
    ['tagged.mp3', `${SOUND} -metadata title=A`, 'audio/mpeg'],
    ['bare.mp3', `${SOUND} -write_xing 0 -id3v2_version 0`, 'audio/mpeg'],
  ])('%s', async (name, args, mediaType) => {
    expect(await sniffFile(await media.ffmpeg(name, args))).toBe(mediaType);
  });

  it.each([
    ['picture.png', `${PICTURE} -frames:v 1`],
    ['picture.jpg', `${PICTURE} -frames:v 1`],
    ['picture.gif', `${PICTURE} -frames:v 2`],
    ['list.m3u8', `${PICTURE} -c:v libx264 -f hls`],
    ['list.mpd', `${PICTURE} -c:v libx264 -f dash`],
  ])('%s is none of the accepted ones', async (name, args) => {
    expect(await sniffFile(await media.ffmpeg(name, args))).toBeUndefined();
  });

  it('a transport stream cut out of a broadcast at any byte', async () => {
    const path = await media.ffmpeg('broadcast.ts', `-f lavfi -i testsrc=d=2:s=320x240 -c:v libx264`);
    for (const startAt of [1, 100, 187, 1000]) {
      expect(await sniffFile(path, startAt)).toBe('video/mp2t');
    }
  });
});

describeRealClips('real clips', (folder) => {
  it('are all accepted by their first 4 kB', async () => {
    for (const part of ['tmk', 'opencv']) {
      for (const name of await readdir(join(folder, part))) {
        const expected = name.endsWith('.avi') ? 'video/x-msvideo' : 'video/mp4';
        expect([name, await sniffFile(join(folder, part, name))]).toEqual([name, expected]);
      }
    }
  });
});
