import { hasClip, type RawSource } from './raw-frames.js';
import type { Reel, Shot, Transition } from './reel.js';

const RASTER = { width: 320, height: 180, fps: 25 };
const CUT: Transition = { kind: 'cut' };
const dissolve = (length: number): Transition => ({ kind: 'dissolve', length });
const fade = (to: 'black' | 'white', out: number, hold: number, inn: number): Transition => ({
  kind: 'fade',
  to,
  out,
  hold,
  in: inn,
});

const made = (lavfi: string, startSeconds?: number): RawSource =>
  startSeconds === undefined ? { lavfi } : { lavfi, startSeconds };
const real = (clip: string, startSeconds: number, filter?: string): RawSource =>
  filter === undefined ? { clip, startSeconds } : { clip, startSeconds, filter };

type Part = readonly [Shot, Transition?];

const MEGAMIND = 'opencv/Megamind.avi';
const STREET = 'opencv/vtest.avi';
const TREE = 'opencv/tree.avi';
const LEFT = 'crop=iw/2:ih/2:0:0';
const RIGHT = 'crop=iw/2:ih/2:iw/2:ih/2';
const MIDDLE = 'crop=iw:iw*9/16';
const noise = (low: number, high: number, seed: number): string =>
  `nullsrc=s=80x45,geq=lum='${low}+${high - low}*random(${seed})':cb=128:cr=128`;

/** Thresholds are fixed on this reel. */
const TUNING: readonly Part[] = [
  [{ source: made('testsrc2'), frames: 60 }, CUT],
  [{ source: made('mandelbrot'), frames: 70, flashes: [{ at: 30, length: 2, level: 0.9 }] }, dissolve(20)],
  [{ source: made('gradients=seed=7:speed=0.02'), frames: 75 }, CUT],
  [{ source: real(STREET, 2), frames: 90 }, CUT],
  [{ source: real(STREET, 30, LEFT), frames: 70 }, dissolve(25)],
  [{ source: real(MEGAMIND, 0.2), frames: 85, flashes: [{ at: 40, length: 1, level: 1 }] }, CUT],
  [{ source: real('tmk/pattern-longer-no-bar.mp4', 0.5, MIDDLE), frames: 100 }, fade('black', 12, 4, 12)],
  [{ source: made('life=s=160x90:mold=10:ratio=0.3:seed=3:death_color=#203040:life_color=#F0E0A0'), frames: 70 }, CUT],
  [{ source: made('smptehdbars'), frames: 60, still: true }, CUT],
  [
    { source: made('mandelbrot=start_scale=0.4:end_scale=0.3'), frames: 75, pan: { zoom: 4, from: 25, length: 12 } },
    CUT,
  ],
  [{ source: real('tmk/doorknob-hd-no-bar.mp4', 0.2), frames: 80 }, dissolve(12)],
  [{ source: made(noise(40, 200, 5)), frames: 50 }, CUT],
  [{ source: real(MEGAMIND, 4.6), frames: 40 }, CUT],
  [{ source: made('cellauto=s=160x90:rule=18:seed=4'), frames: 70 }, CUT],
  [{ source: real(STREET, 50, RIGHT), frames: 60, still: true }, dissolve(30)],
  [{ source: made('testsrc'), frames: 80, flashes: [{ at: 40, length: 3, level: 0.8 }, { at: 48, length: 2, level: 0.8 }] }, CUT],
  [{ source: real('tmk/pattern-sd-grey-bar.mp4', 2, MIDDLE), frames: 80, flashes: [{ at: 20, length: 1, level: 0.7 }] }, fade('white', 8, 2, 8)],
  [{ source: real(MEGAMIND, 8.6), frames: 60 }, CUT],
  [{ source: real(STREET, 12), frames: 60, pan: { zoom: 3, from: 20, length: 8 } }, CUT],
  [{ source: made('gradients=seed=31:speed=0.05:n=6'), frames: 60 }, CUT],
  [{ source: made('sierpinski=seed=9'), frames: 60 }, CUT],
  [{ source: real(TREE, 1), frames: 90 }, dissolve(16)],
  [{ source: made('rgbtestsrc'), frames: 45, still: true }, CUT],
  [{ source: made('color=c=0x303030'), frames: 40, still: true }, CUT],
  [{ source: made(noise(20, 60, 11)), frames: 45 }, CUT],
  [{ source: real(STREET, 64, LEFT), frames: 60 }],
];

/** Figures are reported on this one, which was not looked at while thresholds were chosen. */
const UNSEEN: readonly Part[] = [
  [{ source: real(STREET, 40, RIGHT), frames: 80 }, CUT],
  [{ source: made('mandelbrot=start_x=-0.1:start_y=0.9:start_scale=1'), frames: 65, flashes: [{ at: 25, length: 1, level: 0.95 }] }, CUT],
  [{ source: real(TREE, 12), frames: 80, flashes: [{ at: 30, length: 2, level: 0.9 }] }, dissolve(15)],
  [{ source: real('tmk/doorknob-hd-no-bar.mp4', 0.8, LEFT), frames: 75 }, CUT],
  [{ source: made('testsrc2', 7), frames: 55 }, fade('black', 10, 6, 15)],
  [{ source: real(MEGAMIND, 6.6), frames: 40 }, CUT],
  [{ source: made('life=s=80x45:mold=25:ratio=0.2:seed=21:death_color=#101010:life_color=#70B0FF'), frames: 65 }, CUT],
  [{ source: made('gradients=seed=77:speed=0.03:n=5'), frames: 60 }, dissolve(22)],
  [{ source: real('tmk/pattern-hd-no-bar.mp4', 1, MIDDLE), frames: 110, flashes: [{ at: 50, length: 2, level: 1 }] }, CUT],
  [{ source: made('pal100bars'), frames: 55, still: true }, CUT],
  [{ source: made('cellauto=s=160x90:rule=30:seed=8'), frames: 65, pan: { zoom: 4, from: 20, length: 10 } }, CUT],
  [{ source: real(STREET, 70), frames: 70 }, CUT],
  [{ source: real(MEGAMIND, 0.4, LEFT), frames: 80 }, dissolve(28)],
  [{ source: made('sierpinski=seed=40:type=triangle'), frames: 60 }, CUT],
  [{ source: made(noise(60, 235, 23)), frames: 50 }, CUT],
  [{ source: real(TREE, 22, RIGHT), frames: 70, pan: { zoom: 3, from: 25, length: 9, vertical: true } }, CUT],
  [{ source: made('color=c=0x8090A0'), frames: 40, still: true }, dissolve(14)],
  [{ source: real(STREET, 20, 'crop=iw/3:ih/3:iw/3:ih/2'), frames: 80, flashes: [{ at: 30, length: 1, level: 0.6 }, { at: 36, length: 1, level: 0.6 }] }, CUT],
  [{ source: made('yuvtestsrc'), frames: 50, still: true }, fade('white', 12, 0, 12)],
  [{ source: real('tmk/pattern-sd-with-large-logo-bar.mp4', 0.5, MIDDLE), frames: 90 }, CUT],
  [{ source: made('testsrc', 30), frames: 50 }, CUT],
  [{ source: real(MEGAMIND, 8.8, RIGHT), frames: 55 }, fade('black', 25, 10, 25)],
  [{ source: made('mandelbrot=start_x=-1.2:start_scale=2:end_scale=0.1'), frames: 70, pan: { zoom: 4, from: 30, length: 14 } }, CUT],
  [{ source: real('tmk/doorknob-hd-no-bar.mp4', 2, RIGHT), frames: 60 }, dissolve(18)],
  [{ source: real(STREET, 55, LEFT), frames: 70 }],
];

const available = ([{ source }]: Part): boolean => source.clip === undefined || hasClip(source.clip);

function reelOf(parts: readonly Part[]): Reel {
  return {
    raster: RASTER,
    shots: parts
      .filter(available)
      .map(([shot, next]) => (next === undefined ? { shot } : { shot, next })),
  };
}

export const tuningReel = (): Reel => reelOf(TUNING);
export const unseenReel = (): Reel => reelOf(UNSEEN);
/** Whether the real clips beside the project take part; without them the reels are shorter and wholly synthetic. */
export const reelsHaveRealClips = (): boolean => [...TUNING, ...UNSEEN].every(available);
