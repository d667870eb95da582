/** How the stored picture comes from the coded one: pixels made square first, then turned. */
export interface PictureGeometry {
  /** Width divided by height of one coded pixel. */
  readonly pixelAspect: number;
  /** Clockwise. */
  readonly quarterTurns: 0 | 1 | 2 | 3;
}

/** File descriptor of the side channel; each line is written at once, so that lines of several filters never mix. */
const SIDE_CHANNEL = String.raw`file=pipe\\:3:direct=1`;

const TURNS = { 0: [], 1: ['transpose=clock'], 2: ['hflip', 'vflip'], 3: ['transpose=cclock'] } as const;

/** Reports time and scene score of every decoded frame. */
export function everyFrameFilters({ num, den }: { readonly num: number; readonly den: number }): string {
  return [
    `settb=${num}/${den}`,
    // Always true: the score is computed for the sake of the report.
    "select='gte(scene,0)'",
    `metadata=print:key=lavfi.scene_score:${SIDE_CHANNEL}`,
  ].join(',');
}

/**
 * The first frame in each tenth of a second. A picture whose time is unknown or lies before the last one's is not lost.
 * The slack keeps rounding from moving a frame that falls on the grid into the tenth before.
 */
export function greyFilters({ quarterTurns }: PictureGeometry): string {
  const tenth = (time: string): string => `floor((${time}-start_t)*10+0.001)`;
  const isNext = `gt(${tenth('t')},${tenth('prev_selected_t')})`;
  return [
    `select='isnan(prev_selected_t)+${isNext}+${WENT_BACK}+${HAS_NO_TIME}'`,
    ...reported('grey'),
    'scale=256:256:flags=area',
    'format=gray',
    ...TURNS[quarterTurns],
  ].join(',');
}

const WENT_BACK = 'lt(t,prev_selected_t)';
const HAS_NO_TIME = 'isnan(t)*not(mod(n,3))';

/** Low on purpose: what is a cut is decided later, and a picture must be there for it. */
const SCENE_SCORE = 0.06;
const SCENE_SECONDS = 0.5;
const SURE_SCENE_SCORE = 0.25;

/**
 * A bounded surplus of pictures: one every `seconds`, and one wherever the scene score rises. A flickering clip may not
 * fill the disk: pictures for their score alone are allowed about 100 at once and ever fewer per second of clip, in all
 * some 1 700 in six hours.
 */
export function candidateFilters({ pixelAspect, quarterTurns }: PictureGeometry, seconds: number): string {
  const allowance = 'lt(selected_n,100+300*log(1+max(0,t-start_t)/100))';
  const isJump = `max(gte(scene,${SURE_SCENE_SCORE}),gte(scene,${SCENE_SCORE})*gte(t-prev_selected_t,${SCENE_SECONDS}))`;
  const isDue = `gte(t-prev_selected_t,${seconds})`;
  const hasNoTime = 'isnan(t)*not(mod(n,60))';
  const isWanted = `isnan(prev_selected_t)+${isDue}+(${isJump}+${WENT_BACK})*${allowance}+${hasNoTime}`;
  return [
    `select='(${isWanted})*lt(selected_n,${MOST_CANDIDATES})'`,
    ...reported('candidate'),
    squarePixels(pixelAspect),
    ...TURNS[quarterTurns],
    // JPEG's own colour space; an HD picture would otherwise be shown with the colours of another one.
    'format=yuvj420p',
    'setsar=1',
    // Without a time the encoder counts by itself; two pictures within one tick of its clock, or one from before the last
    // (a spliced stream), would end the pass.
    'setpts=NAN',
  ].join(',');
}

/** A last resort for files whose times run wild. */
export const MOST_CANDIDATES = 4_000;

/** Rounded as the probe stage rounds its display size. */
function squarePixels(pixelAspect: number): string {
  const width = pixelAspect === 1 ? 'iw' : `round(iw*${pixelAspect})`;
  return `scale=w='${width}':h=ih:flags=bicubic+accurate_rnd:out_range=pc:out_color_matrix=bt601`;
}

function reported(mark: string): string[] {
  return [`metadata=add:key=${mark}:value=1`, `metadata=print:key=${mark}:${SIDE_CHANNEL}`];
}
