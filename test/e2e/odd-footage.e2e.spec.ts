import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ffmpegSync } from '../media/raw-frames.js';
import { DeskDriver, type ClipStatusBody } from '../support/desk.js';

const H264 = '-c:v libx264 -preset ultrafast -pix_fmt yuv420p';
/** What each is made by; all are tiny. */
const ODD = {
  'black.mp4': `-f lavfi -i color=black:s=64x48:r=10:d=2 ${H264}`,
  'black-again.mp4': `-f lavfi -i color=black:s=128x96:r=25:d=3 ${H264}`,
  'white.mp4': `-f lavfi -i color=white:s=64x48:r=10:d=2 ${H264}`,
  'one-colour.mp4': `-f lavfi -i color=teal:s=64x48:r=10:d=2 -f lavfi -i sine=f=300:d=2 -c:a aac ${H264}`,
  'one-frame.mp4': `-f lavfi -i testsrc2=s=160x120:r=1 -frames:v 1 ${H264}`,
  'two-pixels.mp4': `-f lavfi -i testsrc2=s=16x120:r=10:d=2 -vf crop=2:120 ${H264}`,
  '240-fps.mp4': `-f lavfi -i testsrc2=s=160x120:r=240:d=1 ${H264}`,
  'still.mp4': `-f lavfi -i mandelbrot=s=160x120:r=1:end_pts=1 -vf loop=20:1:0,fps=10 -t 2 ${H264}`,
  '8k.mp4': `-f lavfi -i testsrc=s=7680x4320:r=1 -frames:v 1 ${H264}`,
  'sound-only.m4a': `-f lavfi -i sine=f=300:d=2 -c:a aac`,
  'cut-off.mp4': `-f lavfi -i mandelbrot=s=160x120:r=10:start_scale=2:end_scale=0.05:end_pts=40 -t 4 -movflags +faststart ${H264}`,
} as const;
type Odd = keyof typeof ODD;
const NAMES = Object.keys(ODD) as Odd[];

let desk: DeskDriver;
let folder: string;
const clips = new Map<Odd, ClipStatusBody>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sightline-odd-'));
  desk = await DeskDriver.start();
  const submitted = await Promise.all(
    NAMES.map(async (name) => {
      const path = join(folder, name);
      ffmpegSync([...ODD[name].split(' '), path]);
      const bytes = await readFile(path);
      const kept = name === 'cut-off.mp4' ? Math.round(bytes.length * 0.75) : bytes.length;
      const { body } = await desk.upload({ bytes: bytes.subarray(0, kept), name });
      return { name, id: body.id };
    }),
  );
  for (const { name, id } of submitted) clips.set(name, await desk.ended(id));
}, 120_000);
afterAll(async () => {
  await desk.stop();
  await rm(folder, { recursive: true, force: true });
});

const partOf = (name: Odd, part: string) =>
  clips.get(name)?.processing.parts.find((one) => one.part === part) as
    { readonly state: string; readonly outcome: string; readonly error: { code: string } | null } | undefined;

it('of whatever was handed in, the search for copies and the checks come to an end', () => {
  for (const part of ['match', 'checks'])
    expect(NAMES.map((name) => [name, partOf(name, part)?.state])).toEqual(
      NAMES.map((name) => [name, 'complete']),
    );
});

it('what has no pictures, or none to tell from others, is not said to be new', () => {
  const seen = NAMES.map((name) => [name, partOf(name, 'match')?.outcome]);
  expect(Object.fromEntries(seen)).toEqual({
    'black.mp4': 'inconclusive',
    'black-again.mp4': 'inconclusive',
    'white.mp4': 'inconclusive',
    'one-colour.mp4': 'inconclusive',
    'one-frame.mp4': 'inconclusive',
    'two-pixels.mp4': 'inconclusive',
    'still.mp4': 'inconclusive',
    '8k.mp4': 'inconclusive',
    'sound-only.m4a': 'inconclusive',
    '240-fps.mp4': 'not_found',
    'cut-off.mp4': 'not_found',
  });
});

it('none of it is taken for a copy of the other', async () => {
  for (const { id } of clips.values())
    expect((await desk.get<{ items: unknown[] }>(`clips/${id}/matches`)).body.items).toEqual([]);
});

it('no rule breaks down, and none argues about a claim that nobody made', async () => {
  for (const { id } of clips.values()) {
    const { body } = await desk.get<{ items: { outcome: string }[] }>(`clips/${id}/checks`);
    expect(body.items.length).toBeGreaterThan(10);
    for (const { outcome } of body.items) expect(['neutral', 'not_applicable']).toContain(outcome);
  }
});

it('what stopped the pictures is named', () => {
  expect(partOf('sound-only.m4a', 'frames')?.error?.code).toBe('no_video_stream');
  expect(partOf('cut-off.mp4', 'frames')?.error?.code).toBe('corrupt_media');
});
