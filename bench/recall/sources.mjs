/** Sources as ffmpeg reads them: `clip` a real one, `lavfi` a made one. Seconds: where it starts, how long it is. */
const REAL = {
  film: { clip: 'opencv/Megamind.avi', from: 0, seconds: 11 },
  street: { clip: 'opencv/vtest.avi', from: 0, seconds: 12 },
  cloth: { clip: 'tmk/pattern-hd-no-bar.mp4', from: 0, seconds: 6.8 },
  garden: { clip: 'opencv/tree.avi', from: 4, seconds: 12 },
};

/** A window that wanders over a larger picture as a hand would hold it. */
const HAND =
  "crop=iw*0.7:ih*0.7:x='iw*0.15*(1+sin(t*1.3+0.4*sin(t*3.1)))':y='ih*0.15*(1+cos(t*0.9+0.5*sin(t*2.3)))'";

const MADE = {
  fractal: `mandelbrot=s=640x360:r=25:start_x=-0.743:start_y=0.131:start_scale=2:end_scale=0.02:end_pts=250,${HAND}`,
  islands: `life=s=64x36:r=4:mold=20:ratio=0.35:seed=77:death_color=0x406080:life_color=0xd0c8a0,scale=640:360:flags=bicubic,boxblur=6,fps=25,${HAND}`,
  fronts: `gradients=s=640x360:r=25:n=6:seed=9:speed=0.03:x0=10:y0=10,noise=alls=6,${HAND}`,
  rooftops: `cellauto=s=80x45:rule=30:seed=3:r=3:scroll=1,scale=640:360:flags=bicubic,boxblur=8,fps=25,${HAND}`,
};

/** Thresholds were fixed on the first half; the second was looked at when they were. */
export const HALVES = {
  seen: ['film', 'street', 'garden', 'fractal', 'fronts'],
  unseen: ['cloth', 'islands', 'rooftops'],
};

/** The three of each half that the count "of 36" is about. */
export const COUNTED = { seen: ['film', 'street', 'fractal'], unseen: ['cloth', 'islands', 'rooftops'] };

/** Clips that nothing is made of and that no source shows. The second part of the street is one camera at another time. */
export const IMPOSTORS = [
  { name: 'doorknob', clip: 'tmk/doorknob-hd-no-bar.mp4', from: 0, seconds: 4 },
  { name: 'street later', clip: 'opencv/vtest.avi', from: 40, seconds: 14 },
  { name: 'street end', clip: 'opencv/vtest.avi', from: 62, seconds: 15 },
  { name: 'garden later', clip: 'opencv/tree.avi', from: 18, seconds: 11 },
  { name: 'bars', lavfi: 'smptehdbars=s=480x270:r=25', from: 0, seconds: 8 },
  { name: 'counter', lavfi: 'testsrc2=s=480x270:r=25', from: 0, seconds: 8 },
  { name: 'black', lavfi: 'color=c=black:s=480x270:r=25', from: 0, seconds: 8 },
  { name: 'black again', lavfi: 'color=c=black:s=480x270:r=25', from: 0, seconds: 12 },
];

/** Writes the master of a source, 270 lines or so high, and answers its length. */
export function writeMaster({ ffmpegSync, clipPath }, source, path) {
  const input =
    source.clip === undefined
      ? ['-f', 'lavfi', '-i', source.lavfi]
      : ['-ss', String(source.from), '-i', clipPath(source.clip)];
  ffmpegSync([
    ...input,
    ...['-t', String(source.seconds), '-an', '-vf', 'fps=25,scale=-2:270,setsar=1,format=yuv420p'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-threads', '1', path],
  ]);
  return { name: source.name, path, lengthMs: source.seconds * 1000 };
}

export function sourceOf(name) {
  if (name in REAL) return { name, ...REAL[name] };
  return { name, lavfi: MADE[name], from: 0, seconds: 10 };
}
