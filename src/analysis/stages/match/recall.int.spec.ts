import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { trackOfClip } from '../../../../test/media/clip-track.js';
import { PAIRED_EDITS, SINGLE_EDITS, writeEdit, type EditTruth } from '../../../../test/media/edits.js';
import { clipPath, ffmpegSync, hasClip } from '../../../../test/media/raw-frames.js';
import type { Track } from '../fingerprint/domain/track.js';
import { alignTracks } from './domain/align-tracks.js';

const REAL = 'opencv/Megamind.avi';
const LENGTH_MS = 4_000;
const TOLERANCE_MS = 200;

// Without the real clips a made picture is edited: a zoom into a fractal, seen through a window that wanders.
const SOURCE = hasClip(REAL)
  ? ['-i', clipPath(REAL)]
  : [
      ...['-f', 'lavfi', '-i'],
      "mandelbrot=s=480x270:r=25:start_scale=2:end_scale=0.05:end_pts=100,crop=iw*0.7:ih*0.7:x='iw*0.15*(1+sin(t*1.3))'",
    ];

let folder: string;
let original: string;
let track: Track;

beforeAll(() => {
  if (!hasClip(REAL)) console.log(`../shared/clips/${REAL} is absent: a made picture is edited in its place`);
  folder = mkdtempSync(join(tmpdir(), 'sightline-edits-'));
  original = join(folder, 'original.mp4');
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '18'];
  ffmpegSync([
    ...SOURCE,
    '-t',
    String(LENGTH_MS / 1000),
    '-an',
    '-vf',
    'fps=25,scale=-2:240',
    ...encode,
    original,
  ]);
  track = trackOfClip(original).track;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function edited(name: string): { track: Track; truth: EditTruth } {
  const edit = [...SINGLE_EDITS, ...PAIRED_EDITS].find((one) => one.name === name);
  if (edit === undefined) throw new Error(`no edit is called ${name}`);
  const path = join(folder, 'edit.mp4');
  const truth = writeEdit(edit, original, LENGTH_MS, path);
  return { truth, track: trackOfClip(path).track };
}

describe('an edited copy of a clip', () => {
  it.each(['speed 1.25 + mirror', 'crop 10 %', 'letterbox'])('is laid on its original: %s', (name) => {
    const copy = edited(name);
    const { startMs, endMs, otherStartMs, speed, mirrored } = copy.truth;
    const segments = alignTracks(copy.track, track)?.segments ?? [];
    expect(segments.map((segment) => segment.mirrored)).toEqual([mirrored]);
    expect(Math.abs(segments[0]!.startMs - startMs)).toBeLessThan(TOLERANCE_MS);
    expect(Math.abs(segments[0]!.endMs - endMs)).toBeLessThan(TOLERANCE_MS);
    expect(Math.abs(segments[0]!.otherStartMs - otherStartMs)).toBeLessThan(TOLERANCE_MS);
    expect(segments[0]!.speed).toBeCloseTo(speed, 1);
  });
});
