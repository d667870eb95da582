import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { MadeMedia } from './testing/made-media.js';
import { describeRealClips } from './testing/real-clips.js';
import { createToolRunner, type SandboxedToolRunner } from './tool-runner.js';
import { inputLimitArgs, type CodecPolicy } from './whitelists.js';

let runner: SandboxedToolRunner;
let media: MadeMedia;

beforeAll(async () => {
  runner = await createToolRunner({ paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }, minTier: 1 });
  media = await MadeMedia.create();
});

afterAll(() => media.remove());

/** Decodes all streams under a policy; whether that went through without a word. */
async function decodes(inputPath: string, policy: CodecPolicy): Promise<boolean> {
  const { record, stderrTail } = await runner.run({
    tool: 'ffmpeg',
    args: (at) => [
      '-nostdin',
      '-v',
      'error',
      '-threads',
      '1',
      ...inputLimitArgs(policy),
      '-i',
      at.input,
      '-f',
      'null',
      '-',
    ],
    inputPath,
    limits: {
      timeoutMs: 60_000,
      cpuSeconds: 60,
      addressSpaceBytes: 4 * 1024 ** 3,
      fileSizeBytes: 1,
      stdoutBytes: 1,
    },
    signal: new AbortController().signal,
  });
  return record.exitCode === 0 && stderrTail === '';
}

const PICTURE = '-f lavfi -i testsrc=d=0.5:s=176x144:r=25 -pix_fmt yuv420p';
const SOUND = '-f lavfi -i sine=d=0.5:r=48000';

describe('decoders of the common policy', () => {
  it.each([
    ['h264.mp4', `${PICTURE} -c:v libx264`],
    ['hevc.mp4', `${PICTURE} -c:v libx265 -x265-params log-level=none`],
    ['vp8.webm', `${PICTURE} -c:v libvpx`],
    ['vp9.webm', `${PICTURE} -c:v libvpx-vp9`],
    ['av1.mp4', `${PICTURE} -c:v libsvtav1`],
    ['mpeg4.avi', `${PICTURE} -c:v mpeg4`],
    ['mpeg2.mpg', `${PICTURE} -c:v mpeg2video`],
    ['mpeg1.mpg', `${PICTURE} -c:v mpeg1video`],
    ['mjpeg.avi', `${PICTURE} -pix_fmt yuvj420p -c:v mjpeg`],
    ['h263.3gp', `${PICTURE} -c:v h263`],
    ['wmv2.wmv', `${PICTURE} -c:v wmv2`],
    ['msmpeg4.avi', `${PICTURE} -c:v msmpeg4`],
    ['sorenson.flv', `${PICTURE} -c:v flv`],
    ['aac.m4a', `${SOUND} -c:a aac`],
    ['mp3.mp3', SOUND],
    ['opus.webm', `${SOUND} -c:a libopus`],
    ['vorbis.ogg', `${SOUND} -c:a libvorbis`],
    ['flac.mkv', `${SOUND} -c:a flac`],
    ['ac3.mkv', `${SOUND} -c:a ac3`],
    ['pcm.wav', SOUND],
  ])('open %s', async (name, args) => {
    expect(await decodes(await media.ffmpeg(name, args), 'common')).toBe(true);
  });

  it.each([
    ['magicyuv.avi', '-c:v magicyuv'],
    ['cinepak.avi', '-pix_fmt rgb24 -c:v cinepak'],
    ['ffv1.mkv', '-c:v ffv1'],
    ['prores.mov', '-c:v prores'],
  ])('do not open %s, which policy all does', async (name, codec) => {
    const path = await media.ffmpeg(name, `-f lavfi -i testsrc=d=0.2:s=64x64 ${codec}`);
    expect([await decodes(path, 'common'), await decodes(path, 'all')]).toEqual([false, true]);
  });
});

describeRealClips('real clips', (folder) => {
  it('MS-MPEG-4 v3 opens by default, Cinepak only under policy all', async () => {
    expect(await decodes(join(folder, 'opencv/vtest.avi'), 'common')).toBe(true);
    expect(await decodes(join(folder, 'opencv/tree.avi'), 'common')).toBe(false);
    expect(await decodes(join(folder, 'opencv/tree.avi'), 'all')).toBe(true);
  });
});
