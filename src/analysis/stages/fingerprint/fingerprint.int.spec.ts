import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { createToolRunner } from '../../../media/tool-runner.js';
import type { ToolRunner } from '../../../media/tool.js';
import type { StageResult } from '../../pipeline/stage.js';
import { FramesBench, type Extracted } from '../frames/testing/extract-frames.js';
import { ProbeStage } from '../probe/probe.stage.js';
import { stageInput } from '../testing/stage-input.js';
import { INDEX_RECORD_BYTES } from './domain/index-records.js';
import { decodeSoundWords } from './domain/sound-words.js';
import { decodeTrack, VIEWS, type Track } from './domain/track.js';
import { RECORDS_KIND, SOUND_KIND, type FingerprintOutput } from './fingerprint.contract.js';
import { FingerprintStage } from './fingerprint.stage.js';

const X264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
const made = (source: string): string[] => ['-f', 'lavfi', '-i', source];

let tools: ToolRunner;
let bench: FramesBench;
beforeAll(async () => {
  tools = await createToolRunner({ paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }, minTier: 1 });
  bench = await FramesBench.create(tools);
});
afterAll(() => bench.remove());

interface Printed {
  readonly frames: Extracted;
  readonly result: StageResult<FingerprintOutput>;
  readonly track: Track;
  bytes(kind: string): Promise<Buffer>;
}

/** Probe, frames, fingerprint, as the pipeline runs them. */
async function print(path: string): Promise<Printed> {
  const frames = await bench.extract(path);
  const input = await stageInput(path, await bench.scratch());
  const probe = await new ProbeStage().run({ ...input, scratchDir: await bench.scratch() }, tools);
  const result = await new FingerprintStage().run(
    {
      ...input,
      needed: { probe: probe.output },
      neededFile: async (_stage, kind) =>
        frames.result.artefacts.find((artefact) => artefact.kind === kind)?.path,
    },
    tools,
  );
  const fileOf = (kind: string) => result.artefacts.find((artefact) => artefact.kind === kind)?.path ?? kind;
  const track = decodeTrack(await readFile(frames.path('frame-track')));
  return { frames, result, track, bytes: (kind) => readFile(fileOf(kind)) };
}

const viewsOf = ({ view }: Track): string[] => [...new Set(view)].map((at) => VIEWS[at]!);

describe('the fingerprint of a clip with pictures and sound', () => {
  let printed: Printed;
  beforeAll(async () => {
    const source = [
      ...made('mandelbrot=s=640x360:r=25'),
      ...made("aevalsrc='0.4*sin(2*PI*t*(300+200*sin(t)+90*floor(t*3)))':s=22050"),
    ];
    printed = await print(
      bench.make('both.mp4', ...source, '-t', '8', '-vf', 'pad=640:480:0:60', '-c:a', 'aac', ...X264),
    );
  });

  it('has ten samples a second, whole and inside the black border', () => {
    const { track, result } = printed;
    expect(viewsOf(track)).toEqual(['whole', 'content']);
    expect(track.count).toBe(160);
    expect([track.ptsMs[0], track.ptsMs[2], track.ptsMs.at(-1)]).toEqual([0, 120, 7920]);
    expect(result.outcome).toBe('found');
    expect(result.output).toMatchObject({ sampleCount: 160, durationMs: 8000 });
  });

  it('packs what is worth looking for, with centre crops', async () => {
    const records = await printed.bytes(RECORDS_KIND);
    expect(records.length).toBe(printed.result.output.recordCount * INDEX_RECORD_BYTES);
    const views = Array.from(
      { length: records.length / INDEX_RECORD_BYTES },
      (_, i) => VIEWS[records[i * 40 + 37]!],
    );
    expect(new Set(views)).toEqual(new Set(VIEWS));
  });

  it('has the words of the sound, eight a second', async () => {
    const words = decodeSoundWords(await printed.bytes(SOUND_KIND));
    expect(words.length).toBe(printed.result.output.sound?.wordCount);
    expect(Math.abs(words.length - 8000 / 123.8)).toBeLessThan(24);
    expect(printed.result.warnings).toEqual([]);
  });

  it('tells each kept picture’s own hash, near to that of the sample of its time', () => {
    const { frames, track } = printed;
    for (const { fingerprint, quality, ptsMs } of frames.frames) {
      const nearest = [...track.ptsMs].findIndex((ms) => Math.abs(ms - ptsMs) <= 50);
      const sample = Buffer.from(track.hashes.subarray(nearest * 32, nearest * 32 + 32));
      expect(bitsBetween(fingerprint, sample.toString('hex'))).toBeLessThanOrEqual(16);
      expect(quality).toBeGreaterThanOrEqual(50);
    }
  });
});

describe('a clip with nothing to be told by', () => {
  it.each([
    ['black', ['-t', '1'], 'color=black:s=320x180:r=25'],
    ['white', ['-t', '1'], 'color=white:s=320x180:r=25'],
    ['of one colour', ['-t', '1'], 'color=0x4080C0:s=320x180:r=25'],
    ['two pixels wide', ['-t', '1'], 'testsrc2=s=2x180:r=25'],
  ])('is not_found, not a crash: %s', async (name, options, source) => {
    const { result, track } = await print(
      bench.make(`${name.replaceAll(' ', '-')}.mkv`, ...made(source), ...options, '-c:v', 'mpeg4'),
    );
    expect(result.outcome).toBe('not_found');
    expect(result.artefacts).toEqual([]);
    expect(result.output).toMatchObject({ recordCount: 0, evenCount: track.count, sound: null });
  });
});

describe('an odd clip', () => {
  it.each([
    ['of one picture', 'testsrc2=s=320x180:r=25', ['-frames:v', '1'], 1],
    ['of 240 pictures a second', 'testsrc2=s=320x180:r=240', ['-t', '1'], 10],
    ['of 8192 × 4320 pixels', 'testsrc2=s=8192x4320:r=1', ['-frames:v', '1', '-q:v', '9'], 1],
    ['in portrait', 'testsrc2=s=180x640:r=25', ['-t', '1'], 10],
  ])('is hashed at most ten times a second: %s', async (name, source, options, samples) => {
    const path = bench.make(`${name.replaceAll(' ', '-')}.mkv`, ...made(source), ...options, '-c:v', 'mjpeg');
    const { result, track } = await print(path);
    expect(result.outcome).toBe('found');
    expect([...track.view].filter((view) => VIEWS[view] === 'whole')).toHaveLength(samples);
  });

  it('of identical pictures is looked for by one of them and its crops', async () => {
    const still = ['-loop', '1', '-framerate', '25', '-t', '6', '-i'];
    const picture = bench.make('still.png', ...made('mandelbrot=s=320x180'), '-frames:v', '1');
    const { result } = await print(bench.make('still.mp4', ...still, picture, ...X264));
    expect(result.output).toMatchObject({ sampleCount: 60, recordCount: 4 });
  });
});

function bitsBetween(one: string, other: string): number {
  const bits = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  return bits.toString(2).replaceAll('0', '').length;
}
