import { ffmpegSync } from './raw-frames.js';

/** What stands where in an edited copy: milliseconds of the copy, and the time of the original that plays there. */
export interface EditTruth {
  readonly startMs: number;
  readonly endMs: number;
  readonly otherStartMs: number;
  readonly speed: number;
  readonly mirrored: boolean;
}

export interface Edit {
  readonly name: string;
  /** What is done to the picture, one ffmpeg chain after the other. */
  readonly filters: readonly string[];
  readonly crf?: number;
  readonly speed?: number;
  /** Only the middle third of the original. */
  readonly middleThird?: boolean;
  readonly introMs?: number;
  readonly mirrored?: boolean;
}

const W = 480;
const H = 270;

const CROP = 'crop=iw*0.9:ih*0.9';
const LETTERBOX = 'pad=iw:ceil(ih*4/6)*2:0:(oh-ih)/2:black';
const MIRROR = 'hflip';
const SMALL = 'scale=-2:240';
const CAPTION =
  'drawbox=x=iw*0.05:y=ih*0.05:w=iw*0.16:h=ih*0.16:color=red:t=fill,drawbox=x=iw*0.08:y=ih*0.09:w=iw*0.1:h=ih*0.03:color=white:t=fill,' +
  'drawbox=x=0:y=ih*0.84:w=iw:h=ih*0.12:color=black:t=fill,' +
  Array.from(
    { length: 12 },
    (_, i) =>
      `drawbox=x=iw*${(0.1 + i * 0.066).toFixed(3)}:y=ih*0.87:w=iw*0.045:h=ih*0.06:color=white:t=fill`,
  ).join(',');
const BRIGHT = 'eq=brightness=0.12:contrast=1.3';
const GREY = 'hue=s=0';
const SCREEN =
  'scale=trunc(iw*0.4)*2:trunc(ih*0.4)*2,rotate=2*PI/180:c=0x2a4a6a,pad=trunc(iw*0.625)*2:trunc(ih*0.625)*2:(ow-iw)/2:(oh-ih)/2:0x2a4a6a';

/** The single edits of the issue, in its order. */
export const SINGLE_EDITS: readonly Edit[] = [
  { name: 'crf 35', filters: [], crf: 35 },
  { name: '240p', filters: [SMALL] },
  { name: 'crop 10 %', filters: [CROP] },
  { name: 'letterbox', filters: [LETTERBOX] },
  { name: 'mirror', filters: [MIRROR], mirrored: true },
  { name: 'speed 0.8', filters: [], speed: 0.8 },
  { name: 'speed 1.25', filters: [], speed: 1.25 },
  { name: 'middle third', filters: [], middleThird: true },
  { name: 'logo and caption', filters: [CAPTION] },
  { name: 'brightness and contrast', filters: [BRIGHT] },
  { name: 'grey', filters: [GREY] },
  { name: '2 s intro', filters: [], introMs: 2_000 },
  { name: 'screen recording', filters: [SCREEN] },
  { name: 'inset over it', filters: ['inset'] },
  { name: 'inset in other', filters: ['within'] },
];

/** Two or three at once. */
export const PAIRED_EDITS: readonly Edit[] = [
  { name: 'mirror + crop', filters: [MIRROR, CROP], mirrored: true },
  { name: 'mirror + third + crf 35', filters: [MIRROR], mirrored: true, middleThird: true, crf: 35 },
  { name: 'letterbox + caption', filters: [LETTERBOX, CAPTION] },
  { name: 'speed 1.25 + mirror', filters: [MIRROR], mirrored: true, speed: 1.25 },
  { name: 'intro + 240p', filters: [SMALL], introMs: 2_000 },
  { name: 'crop + brightness', filters: [CROP, BRIGHT] },
  { name: 'grey + caption', filters: [GREY, CAPTION] },
  { name: 'screen + mirror', filters: [MIRROR, SCREEN], mirrored: true },
];

/**
 * Writes an edited copy of a clip, 25 pictures a second, without sound, and answers what is true of it.
 *
 * @param lengthMs of the original
 */
export function writeEdit(edit: Edit, original: string, lengthMs: number, path: string): EditTruth {
  const fromMs = edit.middleThird === true ? Math.round(lengthMs / 3) : 0;
  const usedMs = edit.middleThird === true ? Math.round(lengthMs / 3) : lengthMs;
  const speed = edit.speed ?? 1;
  const introMs = edit.introMs ?? 0;
  const trim = `trim=start=${fromMs / 1000}:duration=${usedMs / 1000},setpts=(PTS-STARTPTS)/${speed}`;
  const inset = edit.filters.includes('inset');
  const within = edit.filters.includes('within');
  const filters = edit.filters.filter((filter) => filter !== 'inset' && filter !== 'within');
  const chain = [trim, 'fps=25', ...filters, 'setsar=1', 'format=yuv420p'].join(',');
  const graph = inset || within ? insetGraph(chain, within) : introGraph(chain, introMs);
  ffmpegSync([
    ...['-i', original, '-filter_complex', graph, '-map', '[out]', '-an'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', String(edit.crf ?? 23), '-threads', '1', path],
  ]);
  return {
    ...{ startMs: introMs, endMs: introMs + usedMs / speed, otherStartMs: fromMs, speed },
    mirrored: edit.mirrored === true,
  };
}

/** Foreign footage that no source shows. */
const FOREIGN = `cellauto=s=120x68:rule=110:seed=5:r=5,boxblur=2,scale=${W}:${H},fps=25`;

function introGraph(chain: string, introMs: number): string {
  if (introMs === 0) return `[0:v]${chain}[out]`;
  return (
    `[0:v]${chain}[main];smptehdbars=r=25:d=${introMs / 1000}[bars];[bars][main]scale2ref[intro][same];` +
    `[intro]setsar=1,format=yuv420p[first];[first][same]concat=n=2:v=1[out]`
  );
}

/** A third of the width and height in a corner; or the clip at 45 % in a corner of foreign footage. */
function insetGraph(chain: string, within: boolean): string {
  if (!within) {
    const foreign = `${FOREIGN},scale=${W / 3}:${H / 3}`;
    return `[0:v]${chain}[main];${foreign}[small];[main][small]overlay=W-w-8:H-h-8:shortest=1[out]`;
  }
  return `[0:v]${chain},scale=216:-2[small];${FOREIGN}[back];[back][small]overlay=W-w-12:12:shortest=1[out]`;
}
