import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { numbered, shownNumber } from '../../../../test/media/numbered-clip.js';
import { ffmpegSync } from '../../../../test/media/raw-frames.js';
import { createToolRunner } from '../../../media/tool-runner.js';
import { jpegSize } from './jpeg-file.js';
import { FramesBench, expectTrueNumbers, type Extracted } from './testing/extract-frames.js';

const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

let bench: FramesBench;
beforeAll(async () => {
  const tools = await createToolRunner({ paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }, minTier: 1 });
  bench = await FramesBench.create(tools);
});
afterAll(() => bench.remove());

const timesOf = ({ frames }: Extracted): number[] => frames.map(({ ptsMs }) => ptsMs);

describe('the frames of an ordinary clip', () => {
  let clip: string;
  let extracted: Extracted;
  beforeAll(async () => {
    clip = bench.make('plain.mp4', ...numbered(24), ...X264);
    extracted = await bench.extract(clip);
  });

  it('begin with the first and leave no gap of more than ten seconds', () => {
    const times = [...timesOf(extracted), 24_000];
    expect(times[0]).toBe(0);
    expect(extracted.frames[0]?.kind).toBe('scene');
    expect(times.length).toBeLessThan(6);
    expect(Math.max(...times.slice(1).map((ms, i) => ms - (times[i] ?? 0)))).toBeLessThanOrEqual(10_000);
  });

  it('are the pictures that they say they are', () => {
    expectTrueNumbers(extracted);
    for (const { frameNumber, ptsMs, sourcePts, timeBase } of extracted.frames) {
      const [num = 0, den = 1] = timeBase.split('/').map(Number);
      expect(ptsMs).toBe(frameNumber * 40);
      expect((Number(sourcePts) * num) / den).toBeCloseTo(frameNumber / 25, 6);
    }
  });

  it('come with thumbnails, veiled copies, a contact sheet and the times of all pictures', async () => {
    expect(extracted.frames[0]).toMatchObject({ width: 320, height: 180 });
    for (const { index } of extracted.frames) {
      expect(await jpegSize(extracted.path('thumb', index))).toEqual({ width: 320, height: 180 });
      expect(await jpegSize(extracted.path('veiled', index))).toEqual({ width: 320, height: 180 });
    }
    const sheet = await jpegSize(extracted.path('contact-sheet'));
    expect(sheet.width).toBe(extracted.frames.length * 160 + (extracted.frames.length - 1) * 2);
    expect(JSON.parse(await readFile(extracted.path('frame-index'), 'utf8'))).toEqual({
      timeBase: '1/12800',
      firstPts: 0,
      count: 600,
      isComplete: true,
      runs: [[512, 599]],
    });
  });

  it('count every decoded picture, and ten grey ones a second', () => {
    expect(extracted.output.decoded).toEqual({ frameCount: 600, firstPtsMs: 0, lastPtsMs: 23_960 });
    expect(extracted.output.grey.frameCount).toBe(240);
    expect(extracted.result.warnings).toEqual([]);
    expect(extracted.result.failure).toBeUndefined();
  });

  it('are the same, bit for bit, in a second run and with two decoder threads', async () => {
    const again = await bench.extract(clip);
    const onTwo = await bench.extract(clip, { decoderThreads: 2 });
    expect(await again.hashes()).toEqual(await extracted.hashes());
    expect(await onTwo.hashes()).toEqual(await extracted.hashes());
    expect([again.output, onTwo.output]).toEqual([extracted.output, extracted.output]);
  });

  it('record the tools with the arguments that made them, without a path of this machine', () => {
    const { toolRuns } = extracted.result;
    expect(toolRuns.map(({ tool, exitCode }) => [tool, exitCode])).toEqual([
      ['ffmpeg', 0],
      ['ffmpeg', 0],
    ]);
    expect(toolRuns.flatMap(({ args }) => args).join(' ')).not.toContain(bench.folder);
  });

  it('show nothing of their bars in the veiled copy', () => {
    const grey = ffmpegSync([
      ...[
        '-i',
        extracted.path('veiled', 1),
        '-vf',
        'crop=iw:ih/4:0:ih/8,format=gray',
        '-f',
        'rawvideo',
        'pipe:1',
      ],
    ]);
    const steps = [...grey.subarray(1, 320)].map((level, i) => Math.abs(level - (grey[i] ?? 0)));
    expect(Math.max(...steps)).toBeLessThan(24);
  });
});

describe('geometry', () => {
  it.each([
    [90, 'transpose=clock', 180, 320],
    [180, 'hflip,vflip', 320, 180],
    [270, 'transpose=cclock', 180, 320],
  ])('turns a clip that is to be shown turned by %i°', async (degrees, turnBack, width, height) => {
    const flat = bench.make(`flat-${degrees}.mp4`, ...numbered(3), ...X264);
    // Written by ffmpeg 5, the tag `rotate=90` makes a player turn the picture counter-clockwise.
    const clip = bench.make(
      `turned-${degrees}.mp4`,
      '-i',
      flat,
      '-c',
      'copy',
      '-metadata:s:v',
      `rotate=${degrees}`,
    );
    const extracted = await bench.extract(clip);
    expect(extracted.frames[0]).toMatchObject({ width, height });
    expect(await jpegSize(extracted.path('frame', 0))).toEqual({ width, height });
    expectTrueNumbers(extracted, turnBack);
  });

  it('makes pixels square before it turns them', async () => {
    const flat = bench.make('wide.mp4', ...numbered(2), '-vf', 'setsar=4/3', ...X264);
    const wide = await bench.extract(flat);
    expect(wide.frames[0]).toMatchObject({ width: 427, height: 180 });
    const turned = bench.make('wide-turned.mp4', '-i', flat, '-c', 'copy', '-metadata:s:v', 'rotate=90');
    expect((await bench.extract(turned)).frames[0]).toMatchObject({ width: 180, height: 427 });
  });

  it('keeps the colours of HD footage', async () => {
    const clip = bench.make(
      'hd.mp4',
      ...['-f', 'lavfi', '-i', 'color=c=0x20C040:s=1280x720:d=1'],
      ...[
        '-vf',
        'scale=out_color_matrix=bt709:out_range=tv',
        '-colorspace',
        'bt709',
        '-color_range',
        'tv',
        ...X264,
      ],
    );
    const frame = (await bench.extract(clip)).path('frame', 0);
    const rgb = ffmpegSync(['-i', frame, '-vf', 'scale=1:1,format=rgb24', '-f', 'rawvideo', 'pipe:1']);
    expect(Math.abs((rgb[0] ?? 0) - 0x20)).toBeLessThan(6);
    expect(Math.abs((rgb[1] ?? 0) - 0xc0)).toBeLessThan(6);
    expect(Math.abs((rgb[2] ?? 0) - 0x40)).toBeLessThan(6);
  });
});

describe('times', () => {
  it('start at 0 in a transport stream, which itself starts elsewhere', async () => {
    const clip = bench.make('late.ts', ...numbered(4), ...X264, '-output_ts_offset', '100', '-f', 'mpegts');
    const extracted = await bench.extract(clip);
    expect(timesOf(extracted)[0]).toBe(0);
    expect(Number(extracted.frames[0]?.sourcePts)).toBeGreaterThan(100 * 90_000);
    expect(extracted.frames[0]?.timeBase).toBe('1/90000');
    expectTrueNumbers(extracted);
  });

  it('apply an edit list: what it cuts off is not shown, and time starts after it', async () => {
    const whole = bench.make('whole.mp4', ...numbered(6), ...X264, '-g', '250');
    const clip = bench.make('edited.mp4', '-ss', '2', '-i', whole, '-c', 'copy');
    const extracted = await bench.extract(clip);
    expect(timesOf(extracted)[0]).toBe(0);
    expect(shownNumber(extracted.path('frame', 0))).toBe(50);
    expect(extracted.frames[0]?.frameNumber).toBe(0);
  });

  it('count from 0 in an MP4 whose picture comes later than its sound', async () => {
    const clip = bench.make(
      'sound-first.mp4',
      ...['-itsoffset', '1.5', '-i', bench.make('silent.mp4', ...numbered(3), ...X264)],
      ...['-f', 'lavfi', '-i', 'sine=d=4', '-map', '0:v', '-map', '1:a', '-c:v', 'copy'],
    );
    expect(timesOf(await bench.extract(clip))[0]).toBe(1500);
  });

  it('follow a variable frame rate', async () => {
    const clip = bench.make(
      'vfr.mkv',
      ...[...numbered(6), '-vf', "setpts='if(lt(N,50),N,50+(N-50)*5)'", '-fps_mode', 'passthrough', ...X264],
    );
    const extracted = await bench.extract(clip);
    expectTrueNumbers(extracted);
    for (const { frameNumber, ptsMs } of extracted.frames) {
      const shouldBe = frameNumber < 50 ? frameNumber * 40 : 2000 + (frameNumber - 50) * 200;
      expect(Math.abs(ptsMs - shouldBe)).toBeLessThanOrEqual(1);
    }
    expect(extracted.output.decoded).toMatchObject({ frameCount: 150, lastPtsMs: 21_800 });
  });

  it('are known for a container that states no duration', async () => {
    const clip = bench.make('live.mkv', ...numbered(13), ...X264, '-live', '1', '-f', 'matroska');
    const extracted = await bench.extract(clip);
    expect(extracted.output.decoded).toMatchObject({ frameCount: 325, lastPtsMs: 12_960 });
    expectTrueNumbers(extracted);
  });
});

describe('scenes', () => {
  it('give one keyframe each, at the very cut', async () => {
    const clip = bench.make(
      'scenes.mp4',
      ...[
        '-f',
        'lavfi',
        '-i',
        'testsrc2=s=320x180:d=3:r=25',
        '-f',
        'lavfi',
        '-i',
        'mandelbrot=s=320x180:r=25',
      ],
      ...['-f', 'lavfi', '-i', 'smptebars=s=320x180:d=3:r=25'],
      ...['-filter_complex', '[1]trim=duration=3[m];[0][m][2]concat=n=3', ...X264],
    );
    const { output } = await bench.extract(clip);
    expect(output.cuts.map(({ kind, startMs, endMs }) => [kind, startMs, endMs])).toEqual([
      ['hard', 3000, 3000],
      ['hard', 6000, 6000],
    ]);
    expect(output.frames.map(({ ptsMs, kind }) => [ptsMs, kind])).toEqual([
      [0, 'scene'],
      [3000, 'scene'],
      [6000, 'scene'],
    ]);
  });

  it('are shown after a dissolve, not within it', async () => {
    const clip = bench.make(
      'dissolve.mp4',
      ...[
        '-f',
        'lavfi',
        '-i',
        'smptebars=s=320x180:d=4:r=25',
        '-f',
        'lavfi',
        '-i',
        'rgbtestsrc=s=320x180:d=7:r=25',
      ],
      ...[
        '-filter_complex',
        '[0]format=yuv420p[a];[1]format=yuv420p[b];[a][b]xfade=duration=1:offset=3',
        ...X264,
      ],
    );
    const { output } = await bench.extract(clip);
    expect(output.cuts).toHaveLength(1);
    const [cut] = output.cuts;
    expect(cut?.kind).toBe('gradual');
    expect(Math.abs((cut?.startMs ?? 0) - 3000)).toBeLessThanOrEqual(300);
    expect(Math.abs((cut?.endMs ?? 0) - 4000)).toBeLessThanOrEqual(300);
    expect(output.frames[1]?.kind).toBe('scene');
    expect(output.frames[1]?.ptsMs).toBeGreaterThanOrEqual(3800);
  });
});
