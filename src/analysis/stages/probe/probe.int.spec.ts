import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { MadeMedia } from '../../../media/testing/made-media.js';
import { describeRealClips } from '../../../media/testing/real-clips.js';
import { createToolRunner, type SandboxedToolRunner } from '../../../media/tool-runner.js';
import type { StageSettings } from '../../pipeline/stage.js';
import { stageInput } from '../testing/stage-input.js';
import { probeOutputSchema, type ProbeOutput } from './probe.contract.js';
import { ProbeStage } from './probe.stage.js';

let runner: SandboxedToolRunner;
let media: MadeMedia;

beforeAll(async () => {
  runner = await createToolRunner({ paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }, minTier: 1 });
  media = await MadeMedia.create();
});

afterAll(() => media.remove());

async function probe(
  path: string,
  settings: Partial<StageSettings> = {},
  tools = runner,
): Promise<ProbeOutput> {
  const result = await new ProbeStage().run(await stageInput(path, await media.scratch(), settings), tools);
  expect(result.outcome).toBe('found');
  return probeOutputSchema.parse(result.output);
}

const failing = (path: string, settings: Partial<StageSettings> = {}, tools = runner): Promise<unknown> =>
  probe(path, settings, tools).then(
    () => 'did not fail',
    (error: unknown) => (error as { code?: string }).code ?? error,
  );

const TEST_PICTURE = '-f lavfi -i testsrc=d=2:s=320x240:r=25';
const X264 = '-c:v libx264 -preset ultrafast -pix_fmt yuv420p';

describe('what the probe says of clips whose truth is known', () => {
  it('measures an ordinary MP4 with sound', async () => {
    const path = await media.ffmpeg(
      'plain.mp4',
      `${TEST_PICTURE} -f lavfi -i sine=d=2 ${X264} -c:a aac -metadata title=A\u202eB`,
    );
    const { container, video, audio, completeness, warnings } = await probe(path);
    expect(container).toMatchObject({
      durationMs: 2000,
      durationSource: 'container',
      tags: { title: 'A B' },
    });
    expect(video).toMatchObject({
      codec: 'h264',
      isDecodable: true,
      width: 320,
      displayHeight: 240,
      frameRateMode: 'constant',
      avgFps: 25,
      frameCount: 50,
      largestGapMs: 40,
      lastPacketEndMs: 2000,
    });
    expect(audio).toMatchObject({ codec: 'aac', channels: 1, sampleRateHz: 44_100 });
    expect(completeness).toMatchObject({ state: 'whole', missingBytes: 0 });
    expect(warnings).toEqual([]);
  });

  it('turns a rotated clip and squares its pixels', async () => {
    const flat = await media.ffmpeg('flat.mp4', `${TEST_PICTURE} -vf setsar=2/1 ${X264}`);
    const path = await media.ffmpeg('rotated.mp4', `-i ${flat} -c copy -metadata:s:v rotate=90`);
    const { video } = await probe(path);
    expect(video?.sampleAspectRatio).toEqual({ num: 2, den: 1 });
    expect([video?.width, video?.height]).toEqual([320, 240]);
    expect([video?.displayWidth, video?.displayHeight]).toEqual([240, 640]);
    expect([90, 270]).toContain(video?.rotationDegrees);
  });

  it('knows a variable frame rate and its longest gap', async () => {
    const path = await media.ffmpeg(
      'variable.mkv',
      `${TEST_PICTURE} -vf select=not(between(t\\,0.5\\,1.5)) -vsync vfr ${X264}`,
    );
    const { video } = await probe(path);
    expect(video?.frameRateMode).toBe('variable');
    expect(video?.largestGapMs).toBeGreaterThan(1000);
  });

  it('measures the duration from packets where the container has none', async () => {
    const path = await media.ffmpeg('live.webm', `${TEST_PICTURE} -c:v libvpx -b:v 200k -f webm -live 1`);
    const { container, completeness } = await probe(path);
    expect(container).toMatchObject({ durationMs: 2000, durationSource: 'packets' });
    expect(completeness.state).toBe('unknown');
  });

  it('shows sound without video as such', async () => {
    const path = await media.ffmpeg('sound.m4a', '-f lavfi -i sine=d=1 -c:a aac');
    const { video, audio } = await probe(path);
    expect([video, audio?.codec]).toEqual([null, 'aac']);
  });

  it('does not take a cover picture for the clip, and names it although its decoder is shut', async () => {
    const cover = await media.ffmpeg('cover.png', '-f lavfi -i testsrc=s=64x64 -frames:v 1');
    const path = await media.ffmpeg(
      'cover.mp3',
      `-f lavfi -i sine=d=1 -i ${cover} -map 0 -map 1 -c:v copy -disposition:v attached_pic`,
    );
    const { video, streams, warnings } = await probe(path);
    expect(video).toBeNull();
    expect(streams.map((stream) => [stream.codec, stream.isPicture])).toEqual([
      ['mp3', false],
      ['png', true],
    ]);
    expect(warnings.join()).toContain('png');
  });

  it('counts a transport stream from its own start', async () => {
    const path = await media.ffmpeg('broadcast.ts', `${TEST_PICTURE} -f lavfi -i sine=d=2 ${X264} -c:a mp2`);
    const { container, video, audio } = await probe(path);
    expect(container.startMs).toBeGreaterThan(1000);
    expect(video?.frameCount).toBe(50);
    expect(audio?.codec).toBe('mp2');
  });

  it('measures AV1 within its memory', async () => {
    const path = await media.ffmpeg(
      'av1.mp4',
      `-f lavfi -i testsrc=d=0.2:s=1920x1080 -c:v libsvtav1 -preset 10`,
    );
    expect((await probe(path)).video).toMatchObject({ codec: 'av1', width: 1920 });
  });

  it('measures a clip of one frame', async () => {
    const path = await media.ffmpeg('one.mp4', `${TEST_PICTURE} -frames:v 1 ${X264}`);
    const { video } = await probe(path);
    expect(video).toMatchObject({ frameCount: 1, frameRateMode: 'unknown', largestGapMs: null });
  });

  it('gives the same answer twice and keeps ffprobe JSON as an artefact', async () => {
    const path = await media.ffmpeg('twice.mp4', `${TEST_PICTURE} ${X264}`);
    const input = await stageInput(path, await media.scratch());
    const [first, second] = [
      await new ProbeStage().run(input, runner),
      await new ProbeStage().run(input, runner),
    ];
    expect(second.output).toEqual(first.output);
    expect(first.artefacts.map(({ kind }) => kind)).toEqual(['ffprobe-json']);
    expect(JSON.parse(await readFile(join(input.scratchDir, 'ffprobe.json'), 'utf8'))).toHaveProperty(
      'streams',
    );
    expect(first.toolRuns.map(({ tool, exitCode }) => [tool, exitCode])).toEqual([
      ['ffprobe', 0],
      ['ffprobe', 0],
    ]);
    expect(JSON.stringify(first)).not.toContain(path);
  });
});

describe('cut-off files', () => {
  it.each([
    ['front.mp4', `${X264} -movflags +faststart`],
    ['old.avi', '-c:v mpeg4'],
    ['cluster.mkv', X264],
  ])('%s is recognised with the number of missing bytes', async (name, codec) => {
    const path = await media.ffmpeg(name, `${TEST_PICTURE} ${codec}`);
    const whole = await probe(path);
    const cutBytes = Math.floor(whole.container.sizeBytes * 0.6);
    await truncate(path, cutBytes);
    const { completeness, video, warnings } = await probe(path);
    expect(whole.completeness).toMatchObject({ state: 'whole', missingBytes: 0 });
    expect(completeness).toMatchObject({
      state: 'truncated',
      missingBytes: whole.container.sizeBytes - cutBytes,
    });
    expect(video?.lastPacketEndMs).toBeLessThan(2000);
    expect(warnings.join()).toContain('cut off');
  });

  it('an MP4 without its moov cannot be opened', async () => {
    const path = await media.ffmpeg('back.mp4', `${TEST_PICTURE} ${X264}`);
    await truncate(path, 3000);
    expect(await failing(path)).toBe('corrupt_media');
  });
});

describe('files that want to do harm', () => {
  it.each([
    ['zero bytes', 'empty.mp4', ''],
    ['text', 'text.mp4', 'This is a letter.\n'.repeat(500)],
  ])('%s cannot be opened', async (_what, name, content) => {
    expect(await failing(await media.file(name, content))).toBe('corrupt_media');
  });

  it.each([
    ['HLS', (other: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\n${other}\n#EXT-X-ENDLIST\n`],
    ['ffconcat', (other: string) => `ffconcat version 1.0\nfile '${other}'\n`],
    [
      'DASH',
      (other: string) =>
        `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT2S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>${other}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    ],
  ])('a %s list named .mp4 opens neither another clip nor a system file', async (kind, list) => {
    const other = await media.ffmpeg('other-case.ts', `${TEST_PICTURE} ${X264}`);
    // Without a mount namespace the other clip lies within reach, and only the container list stands in between.
    const weak = await createToolRunner({
      paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' },
      minTier: 0,
      maxTier: 1,
    });
    for (const target of [other, 'other-case.ts', 'file:///etc/passwd']) {
      const path = await media.file(`${kind}.mp4`, list(target));
      for (const codecPolicy of ['common', 'all'] as const) {
        for (const tools of [weak, runner]) {
          expect(['not_media', 'corrupt_media']).toContain(await failing(path, { codecPolicy }, tools));
        }
      }
    }
  });

  it('refuses 8192 × 8192 without decoding it', async () => {
    const path = await media.ffmpeg('huge.mp4', `-f lavfi -i color=s=8192x8192:r=1 -t 1 ${X264}`);
    expect(await failing(path)).toBe('limits_exceeded');
  });

  it('refuses 40 streams', async () => {
    const maps = '-map 0:v '.repeat(40).trim();
    const path = await media.ffmpeg('many.mkv', `-f lavfi -i testsrc=d=0.1:s=32x32 ${maps} -c:v mpeg4`);
    expect(await failing(path)).toBe('limits_exceeded');
  });

  it('keeps a clip with megabytes of tags, without the tags', async () => {
    const tags = await media.file(
      'tags.txt',
      `;FFMETADATA1\n${Array.from({ length: 30 }, (_, index) => `big${index}=${'x'.repeat(100_000)}`).join('\n')}\n`,
    );
    const path = await media.ffmpeg('tags.mkv', `${TEST_PICTURE} -i ${tags} -map_metadata 1 ${X264}`);
    const { video, container, warnings } = await probe(path);
    expect(video?.codec).toBe('h264');
    expect(container.tags).toEqual({});
    expect(warnings.join()).toContain('tags are too large');
  });

  it('names a decoder outside the list without failing, and says whether it may be opened', async () => {
    const path = await media.ffmpeg('rare.avi', `${TEST_PICTURE} -c:v magicyuv`);
    expect((await probe(path)).video).toMatchObject({ codec: 'magicyuv', isDecodable: false, width: 320 });
    expect((await probe(path, { codecPolicy: 'all' })).video?.isDecodable).toBe(true);
  });

  it('refuses a clip that is longer than allowed', async () => {
    const path = await media.ffmpeg('long.mp4', `${TEST_PICTURE} ${X264}`);
    expect(await failing(path, { maxClipSeconds: 1 })).toBe('too_long');
  });
});

describeRealClips('real clips', (folder) => {
  it.each([
    ['tmk/pattern-hd-no-bar.mp4', 'h264', 720, 1280, 'aac'],
    ['tmk/pattern-longer-no-bar.mp4', 'h264', 720, 1280, 'aac'],
    ['tmk/pattern-sd-grey-bar.mp4', 'h264', 480, 720, 'aac'],
    ['tmk/doorknob-hd-no-bar.mp4', 'h264', 1280, 720, 'aac'],
    ['opencv/vtest.avi', 'msmpeg4v3', 768, 576, undefined],
    ['opencv/Megamind.avi', 'mpeg4', 720, 528, 'ac3'],
  ])('%s is %s of %i × %i', async (name, codec, width, height, sound) => {
    const { video, audio, completeness } = await probe(join(folder, name));
    expect(video).toMatchObject({ codec, isDecodable: true, displayWidth: width, displayHeight: height });
    expect(audio?.codec).toBe(sound);
    expect(completeness.state).toBe('whole');
  });

  it('tree.avi is probed well although Cinepak is not decodable by default', async () => {
    const { container, video } = await probe(join(folder, 'opencv/tree.avi'));
    expect(container.durationMs).toBe(29_600);
    expect(video).toMatchObject({ codec: 'cinepak', isDecodable: false, width: 320, frameCount: 68 });
    const { video: allowed } = await probe(join(folder, 'opencv/tree.avi'), { codecPolicy: 'all' });
    expect(allowed?.isDecodable).toBe(true);
  });
});
