import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { numbered, shownNumber } from '../../../../test/media/numbered-clip.js';
import { describeRealClips } from '../../../media/testing/real-clips.js';
import { createToolRunner } from '../../../media/tool-runner.js';
import type { ToolRequest, ToolRunner } from '../../../media/tool.js';
import { jpegSize } from './jpeg-file.js';
import { FramesBench, expectTrueNumbers } from './testing/extract-frames.js';

const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];

let tools: ToolRunner;
let bench: FramesBench;
beforeAll(async () => {
  tools = await createToolRunner({ paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }, minTier: 1 });
  bench = await FramesBench.create(tools);
});
afterAll(() => bench.remove());

const codeOf = (path: string): Promise<unknown> =>
  bench.extract(path).then(
    () => 'did not fail',
    (error: unknown) => (error as { code?: string }).code ?? error,
  );

/** Counts what the pass offers, and may change what it is allowed. */
function watched(
  change: (request: ToolRequest) => Partial<ToolRequest>,
): ToolRunner & { candidates: number } {
  const watcher = {
    candidates: 0,
    run: (request: ToolRequest) => {
      const { onSideLine } = request;
      const counted = (line: string): void => {
        if (line === 'candidate=1') watcher.candidates += 1;
        onSideLine?.(line);
      };
      return tools.run({ ...request, ...(onSideLine ? { onSideLine: counted } : {}), ...change(request) });
    },
  };
  return watcher;
}

describe('codecs', () => {
  it.each([
    ['h264.mp4', ...X264],
    ['hevc.mp4', '-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=error'],
    ['vp8.webm', '-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '2M'],
    ['vp9.webm', '-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '2M'],
    ['av1.mp4', '-c:v', 'libaom-av1', '-usage', 'realtime', '-cpu-used', '8', '-b:v', '2M'],
    ['mpeg4.avi', '-c:v', 'mpeg4', '-q:v', '3'],
    ['msmpeg4.avi', '-c:v', 'msmpeg4', '-q:v', '3'],
    ['mpeg2.mpg', '-c:v', 'mpeg2video', '-q:v', '3'],
    ['flv1.flv', '-c:v', 'flv', '-q:v', '3'],
    ['h264.ts', ...X264, '-f', 'mpegts'],
  ])('gives true pictures of %s', async (name, ...encode) => {
    const extracted = await bench.extract(bench.make(name, ...numbered(2.6), ...encode));
    expect(extracted.frames.length).toBeGreaterThan(0);
    expect(extracted.output.decoded.frameCount).toBe(65);
    expectTrueNumbers(extracted);
  });

  it('refuses a decoder outside the list, which may be opened all the same when the setting says so', async () => {
    const clip = bench.make(
      'cinepak.avi',
      ...numbered(0.4, 25, '64x48'),
      '-pix_fmt',
      'rgb24',
      '-c:v',
      'cinepak',
    );
    expect(await codeOf(clip)).toBe('unsupported_codec');
    expect((await bench.extract(clip, { codecPolicy: 'all' })).output.decoded.frameCount).toBe(10);
  });
});

describe('odd clips', () => {
  it('of one picture give one keyframe', async () => {
    const { output } = await bench.extract(bench.make('one.mp4', ...numbered(0.04), ...X264));
    expect(output.frames).toMatchObject([{ index: 0, ptsMs: 0, frameNumber: 0, kind: 'scene' }]);
    expect(output.decoded).toEqual({ frameCount: 1, firstPtsMs: 0, lastPtsMs: 0 });
    expect(output.cuts).toEqual([]);
  });

  it('without a picture have no video stream', async () => {
    expect(await codeOf(bench.make('sound.m4a', '-f', 'lavfi', '-i', 'sine=d=1'))).toBe('no_video_stream');
  });

  it('that begin without a keyframe give pictures from the first one on', async () => {
    const whole = bench.make('whole.ts', ...numbered(8), ...X264, '-g', '50', '-f', 'mpegts');
    const bytes = await readFile(whole);
    const clip = `${bench.folder}/headless.ts`;
    await writeFile(clip, bytes.subarray(Math.floor(bytes.length / 188 / 10) * 188));
    const { output, result } = await bench.extract(clip);
    expect(output.frames.length).toBeGreaterThan(0);
    const [first] = output.frames;
    // The tenth that is missing ends within the first group of 50 pictures.
    expect(shownNumber(result.artefacts[0]?.path ?? '')).toBe(50);
    expect(first?.frameNumber).toBe(0);
  });

  it('that change their size go on at the size they began with', async () => {
    const small = bench.make('small.ts', ...numbered(2), ...X264, '-f', 'mpegts');
    const large = bench.make(
      'large.ts',
      ...numbered(3, 25, '640x360'),
      ...X264,
      '-output_ts_offset',
      '2',
      '-f',
      'mpegts',
    );
    const clip = `${bench.folder}/grows.ts`;
    await writeFile(clip, Buffer.concat([await readFile(small), await readFile(large)]));
    const { output } = await bench.extract(clip);
    expect(output.decoded.frameCount).toBe(125);
    expect(new Set(output.frames.map(({ width, height }) => `${width}x${height}`))).toEqual(
      new Set(['320x180']),
    );
    expect(output.decoded.lastPtsMs).toBeGreaterThan(4_500);
  });
});

describe('damage', () => {
  it('that cuts a file off fails the part and keeps the pictures so far', async () => {
    const clip = bench.make('cut-off.mp4', ...numbered(30), ...X264, '-movflags', '+faststart');
    await truncate(clip, Math.floor((await readFile(clip)).length / 2));
    const extracted = await bench.extract(clip);
    expect(extracted.result.failure?.code).toBe('corrupt_media');
    expect(extracted.frames.length).toBeGreaterThan(0);
    expect(extracted.output.decoded.lastPtsMs).toBeGreaterThan(10_000);
    expect(extracted.output.decoded.lastPtsMs).toBeLessThan(20_000);
    expectTrueNumbers(extracted);
  });

  it('before the first picture leaves nothing', async () => {
    const clip = bench.make('cut-short.mp4', ...numbered(10), ...X264, '-movflags', '+faststart');
    const bytes = await readFile(clip);
    await truncate(clip, bytes.indexOf('mdat') + 12);
    expect(await codeOf(clip)).toBe('corrupt_media');
  });

  it('within a whole file is a warning', async () => {
    const clip = bench.make('damaged.mp4', ...numbered(6), ...X264, '-g', '25');
    const bytes = await readFile(clip);
    const from = bytes.indexOf('mdat') + Math.floor(bytes.length / 4);
    bytes.fill(0xa5, from, from + 3000);
    await writeFile(clip, bytes);
    const { result, output } = await bench.extract(clip);
    expect(result.failure).toBeUndefined();
    expect(result.warnings.join(' ')).toContain('reported faults');
    expect(output.frames.length).toBeGreaterThan(0);
  });
});

describe('bombs', () => {
  it('a gap in the times makes no pictures to fill it', async () => {
    const plain = bench.make('steady.mp4', ...numbered(4), ...X264);
    const clip = bench.make(
      'gap.mp4',
      '-i',
      plain,
      '-c',
      'copy',
      '-bsf:v',
      'setts=ts=if(gt(N\\,50)\\,TS+128000000\\,TS)',
    );
    const watcher = watched(() => ({}));
    const { output } = await bench.extract(clip, { tools: watcher });
    expect(output.decoded.frameCount).toBe(100);
    expect(output.decoded.lastPtsMs).toBeGreaterThan(10_000_000);
    expect(watcher.candidates).toBeLessThan(20);
    expect(output.grey.frameCount).toBeLessThanOrEqual(42);
  });

  it('a million pictures a second are sampled by time', async () => {
    const clip = bench.make(
      'million.mkv',
      ...[
        '-f',
        'lavfi',
        '-i',
        'testsrc=s=64x48:r=25:d=80',
        '-vf',
        'settb=1/1000000,setpts=N',
        '-fps_mode',
        'passthrough',
      ],
      ...['-enc_time_base', '1/1000000', '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p'],
    );
    const watcher = watched(() => ({}));
    const { output } = await bench.extract(clip, { tools: watcher });
    expect(output.decoded.frameCount).toBe(2000);
    expect(output.grey.frameCount).toBeLessThanOrEqual(2);
    expect(watcher.candidates).toBeLessThan(110);
  });

  it('a strobe light does not make a picture of every flash', async () => {
    const clip = bench.make(
      'strobe.mp4',
      ...[
        '-f',
        'lavfi',
        '-i',
        "color=s=16x2:r=25:d=60,geq=lum='if(mod(N,2),235,16)':cb=128:cr=128,scale=160:90:flags=neighbor,setsar=1",
        ...X264,
      ],
    );
    const watcher = watched(() => ({}));
    const { output } = await bench.extract(clip, { tools: watcher });
    expect(output.decoded.frameCount).toBe(1500);
    expect(watcher.candidates).toBeLessThan(300);
    expect(output.frames.length).toBeLessThanOrEqual(300);
  });

  it.each(['16x4000', '4000x16'])('a strip of %s does not burst its thumbnail', async (size) => {
    const clip = bench.make(`${size}.mp4`, '-f', 'lavfi', '-i', `testsrc2=s=${size}:r=10:d=0.5`, ...X264);
    const extracted = await bench.extract(clip);
    const { width, height } = extracted.frames[0] ?? {};
    expect(`${width}x${height}`).toBe(size);
    const thumb = await jpegSize(extracted.path('thumb', 0));
    expect(thumb.width).toBe(320);
    expect(thumb.height).toBeLessThanOrEqual(1280);
  });

  it('a picture that is too large is refused', async () => {
    const clip = bench.make('huge.mp4', '-f', 'lavfi', '-i', 'color=s=8192x8192:d=0.04', ...X264);
    expect(await codeOf(clip)).toBe('limits_exceeded');
  });
});

describe('limits', () => {
  let clip: string;
  beforeAll(() => {
    const once = bench.make('once.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=25:d=4', ...X264);
    clip = bench.make('long.mp4', '-stream_loop', '9', '-i', once, '-c', 'copy');
  });

  it('on time end the pass, fail the part and keep the pictures so far', async () => {
    const hasty = watched(({ limits, onSideLine }) =>
      onSideLine ? { limits: { ...limits, timeoutMs: 900 } } : {},
    );
    const { result, output } = await bench.extract(clip, { tools: hasty });
    expect(result.failure?.code).toBe('tool_timeout');
    expect(output.frames.length).toBeGreaterThan(0);
    expect(output.decoded.lastPtsMs).toBeLessThan(39_000);
  });

  it('an abort ends it with the reason given', async () => {
    const controller = new AbortController();
    const aborting = watched(({ onSideLine }) => {
      const abort = (): void => controller.abort(new Error('cancelled by a person'));
      return onSideLine ? { onSideLine: abort } : {};
    });
    await expect(bench.extract(clip, { tools: aborting, signal: controller.signal })).rejects.toThrow(
      'cancelled by a person',
    );
  });
});

describeRealClips('frames of the real clips', (folder) => {
  it('finds the cuts of the film trailer and none in the street camera', async () => {
    const film = await bench.extract(`${folder}opencv/Megamind.avi`);
    expect(film.output.cuts.map(({ endMs }) => endMs)).toEqual([4129, 6465, 8383]);
    const street = await bench.extract(`${folder}opencv/vtest.avi`);
    expect(street.output.cuts).toEqual([]);
    expect(street.frames.length).toBeGreaterThanOrEqual(8);
  });

  it('finds no cut in hand-held footage', async () => {
    for (const name of ['pattern-hd-no-bar.mp4', 'pattern-longer-no-bar.mp4', 'doorknob-hd-no-bar.mp4']) {
      const { output } = await bench.extract(`${folder}tmk/${name}`);
      expect([name, output.cuts]).toEqual([name, []]);
    }
  });

  it('refuses Cinepak by default and decodes it when told to', async () => {
    const tree = `${folder}opencv/tree.avi`;
    expect(await codeOf(tree)).toBe('unsupported_codec');
    expect((await bench.extract(tree, { codecPolicy: 'all' })).output.cuts).toEqual([]);
  });
});
