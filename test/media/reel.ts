import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rawFrames, type Raster, type RawFrame, type RawSource } from './raw-frames.js';

/** What happens within one shot. None of it is a cut. */
export interface Shot {
  readonly source: RawSource;
  readonly frames: number;
  /** Repeats the first frame. */
  readonly still?: boolean;
  /** Whitens frames: a camera flash, lightning, muzzle fire. `level` 0..1, `at` and `length` in frames. */
  readonly flashes?: readonly { readonly at: number; readonly length: number; readonly level: number }[];
  /** Moves a window over a source of `zoom` times the raster; the whole way is made between two frames. */
  readonly pan?: {
    readonly zoom: number;
    readonly from: number;
    readonly length: number;
    readonly vertical?: boolean;
  };
}

/** How a shot gives way to the next; lengths in frames. */
export type Transition =
  | { readonly kind: 'cut' }
  | { readonly kind: 'dissolve'; readonly length: number }
  | {
      readonly kind: 'fade';
      readonly to: 'black' | 'white';
      readonly out: number;
      readonly hold: number;
      readonly in: number;
    };

export interface Reel {
  readonly raster: Raster;
  readonly shots: readonly { readonly shot: Shot; readonly next?: Transition }[];
}

/** A true cut: any time from start to end is right; both are equal for a hard cut. */
export interface TrueCut {
  readonly kind: Transition['kind'];
  readonly startMs: number;
  readonly endMs: number;
}

const CUT: Transition = { kind: 'cut' };
const LEVELS = { black: [16, 128], white: [235, 128] } as const;

/** Encodes the reel as H.264 and answers what is true of it. */
export async function writeReel(reel: Reel, path: string): Promise<TrueCut[]> {
  const { width, height, fps } = reel.raster;
  const encoder = spawn(
    'ffmpeg',
    [
      ...['-hide_banner', '-v', 'error', '-y', '-f', 'rawvideo', '-pix_fmt', 'yuv420p'],
      ...['-s', `${width}x${height}`, '-r', String(fps), '-i', 'pipe:0'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '23', '-threads', '1', path],
    ],
    { stdio: ['pipe', 'ignore', 'inherit'] },
  );
  const closed = once(encoder, 'close');
  const truth: TrueCut[] = [];
  let written = 0;
  for (const frame of composeReel(reel, truth)) {
    if (!encoder.stdin.write(frame)) await once(encoder.stdin, 'drain');
    written += 1;
  }
  encoder.stdin.end();
  const [code] = (await closed) as [number | null];
  if (code !== 0) throw new Error(`encoding the reel failed after ${written} frames`);
  return truth;
}

/** Yields the frames in order and adds each true cut to `truth` on its way. */
export function* composeReel(reel: Reel, truth: TrueCut[]): Generator<RawFrame> {
  const atMs = (frame: number): number => (frame / reel.raster.fps) * 1000;
  let emitted = 0;
  let carried: RawFrame[] = [];
  for (const { shot, next = CUT } of withEnd(reel)) {
    const frames = shotFrames(shot, reel.raster);
    const overlap = carried.length;
    for (let i = 0; i < overlap; i += 1) {
      yield blend(at(carried, i), at(frames, i), (i + 1) / (overlap + 1));
    }
    const keep = next.kind === 'dissolve' ? frames.length - next.length : frames.length;
    const body = frames.slice(overlap, keep);
    emitted += overlap + body.length;
    if (next.kind === 'fade') {
      yield* fadeOut(body, next);
      yield* flat(reel.raster, next.to, next.hold);
      truth.push({
        kind: 'fade',
        startMs: atMs(emitted - next.out),
        endMs: atMs(emitted + next.hold + next.in),
      });
      emitted += next.hold;
    } else {
      yield* body;
    }
    if (next.kind === 'cut') truth.push({ kind: 'cut', startMs: atMs(emitted), endMs: atMs(emitted) });
    if (next.kind === 'dissolve') {
      truth.push({ kind: 'dissolve', startMs: atMs(emitted), endMs: atMs(emitted + next.length) });
    }
    carried = next.kind === 'dissolve' ? frames.slice(keep) : [];
  }
  truth.pop();
}

/** The transition into a shot also changes its own first frames (fade in), so it is folded into the shot here. */
function* withEnd(reel: Reel): Generator<{ shot: Shot; next?: Transition }> {
  yield* reel.shots.map(({ shot, next }, index) => {
    const before = reel.shots[index - 1]?.next;
    const fadeIn = before?.kind === 'fade' ? { length: before.in, to: before.to } : undefined;
    const folded = fadeIn ? { ...shot, fadeIn } : shot;
    return next === undefined ? { shot: folded } : { shot: folded, next };
  });
}

type FoldedShot = Shot & { readonly fadeIn?: { readonly length: number; readonly to: 'black' | 'white' } };

function shotFrames(shot: FoldedShot, raster: Raster): RawFrame[] {
  const frames = shot.pan ? panFrames(shot, raster) : plainFrames(shot, raster);
  for (const { at: from, length, level } of shot.flashes ?? []) {
    for (let i = from; i < Math.min(from + length, frames.length); i += 1) {
      frames[i] = mix(at(frames, i), LEVELS.white, level);
    }
  }
  const { fadeIn } = shot;
  if (fadeIn) {
    for (let i = 0; i < fadeIn.length; i += 1) {
      frames[i] = mix(at(frames, i), LEVELS[fadeIn.to], 1 - (i + 1) / (fadeIn.length + 1));
    }
  }
  return frames;
}

function plainFrames(shot: Shot, raster: Raster): RawFrame[] {
  const frames = rawFrames(shot.source, raster, shot.still ? 1 : shot.frames);
  const first = frames[0];
  if (!first) throw new Error(`no frame from ${JSON.stringify(shot.source)}`);
  // A source that is too short swings back and forth, so that its end makes no jump.
  const period = Math.max(1, 2 * frames.length - 2);
  return Array.from({ length: shot.frames }, (_, i) => {
    const phase = i % period;
    return at(frames, phase < frames.length ? phase : period - phase);
  });
}

function panFrames(shot: Shot, raster: Raster): RawFrame[] {
  const { zoom, from, length, vertical } = shot.pan ?? { zoom: 1, from: 0, length: 1 };
  const wide = {
    fps: raster.fps,
    width: vertical ? raster.width : raster.width * zoom,
    height: vertical ? raster.height * zoom : raster.height,
  };
  const [picture] = rawFrames(shot.source, wide, 1);
  if (!picture) throw new Error('no picture to pan over');
  return Array.from({ length: shot.frames }, (_, i) => {
    const way = Math.min(1, Math.max(0, (i - from) / length));
    const eased = way * way * (3 - 2 * way);
    const x = vertical ? 0 : 2 * Math.round((eased * (wide.width - raster.width)) / 2);
    const y = vertical ? 2 * Math.round((eased * (wide.height - raster.height)) / 2) : 0;
    return windowOf(picture, wide, raster, x, y);
  });
}

function windowOf(picture: RawFrame, from: Raster, to: Raster, x: number, y: number): RawFrame {
  const out = Buffer.allocUnsafe((to.width * to.height * 3) / 2);
  let offset = 0;
  let plane = 0;
  for (const half of [1, 2, 2]) {
    const stride = from.width / half;
    for (let row = 0; row < to.height / half; row += 1) {
      const start = plane + (y / half + row) * stride + x / half;
      offset += picture.copy(out, offset, start, start + to.width / half);
    }
    plane += stride * (from.height / half);
  }
  return out;
}

function* fadeOut(
  body: readonly RawFrame[],
  fade: Extract<Transition, { kind: 'fade' }>,
): Generator<RawFrame> {
  const first = body.length - fade.out;
  for (const [i, frame] of body.entries()) {
    yield i < first ? frame : mix(frame, LEVELS[fade.to], (i - first + 1) / (fade.out + 1));
  }
}

function* flat(raster: Raster, to: 'black' | 'white', count: number): Generator<RawFrame> {
  const luma = raster.width * raster.height;
  const frame = Buffer.alloc((luma * 3) / 2, LEVELS[to][1]).fill(LEVELS[to][0], 0, luma);
  for (let i = 0; i < count; i += 1) yield frame;
}

function mix(frame: RawFrame, [luma, chroma]: readonly [number, number], weight: number): RawFrame {
  const lumaBytes = (frame.length * 2) / 3;
  const out = Buffer.allocUnsafe(frame.length);
  for (let i = 0; i < frame.length; i += 1) {
    const target = i < lumaBytes ? luma : chroma;
    out[i] = Math.round((frame[i] ?? 0) * (1 - weight) + target * weight);
  }
  return out;
}

function blend(a: RawFrame, b: RawFrame, weight: number): RawFrame {
  const out = Buffer.allocUnsafe(a.length);
  for (let i = 0; i < a.length; i += 1) {
    out[i] = Math.round((a[i] ?? 0) * (1 - weight) + (b[i] ?? 0) * weight);
  }
  return out;
}

function at(frames: readonly RawFrame[], index: number): RawFrame {
  const frame = frames[index];
  if (!frame) throw new Error(`a shot is shorter than its transition (frame ${index})`);
  return frame;
}
