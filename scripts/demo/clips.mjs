import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from '../lib/report.mjs';
import { run } from '../lib/run.mjs';

const SIZE = '640x360';
const RATE = 25;

/** Pictures that ffmpeg makes by itself: nobody's footage. */
const SHOTS = {
  bars: `smptehdbars=size=${SIZE}:rate=${RATE}`,
  counter: `testsrc2=size=${SIZE}:rate=${RATE}`,
  clock: `testsrc=size=${SIZE}:rate=${RATE}`,
  spiral: `mandelbrot=size=${SIZE}:rate=${RATE}:start_scale=0.4`,
  colours: `pal75bars=size=${SIZE}:rate=${RATE}`,
  triangles: `sierpinski=size=${SIZE}:rate=${RATE}:seed=3`,
  cells: `life=size=160x90:rate=${RATE}:seed=7:ratio=0.3:mold=10,scale=${SIZE.replace('x', ':')}`,
};
const METADATA = 'location=+10.5000-020.2500/ creation_time=2024-05-06T07:08:09Z'.split(' ');

/**
 * Makes the demo's files in `folder`: a walk in several shots, another one with a place and a time in its metadata, a
 * mirrored, trimmed and re-encoded copy of the first, sound without pictures, and text that only claims to be a video.
 */
export async function makeClips(folder) {
  const at = (name) => path.join(folder, name);
  await encode(at('market.mp4'), ['counter', 'spiral', 'bars', 'clock'], 3);
  await encode(
    at('bridge.mp4'),
    ['colours', 'triangles', 'cells'],
    4,
    METADATA.flatMap((entry) => ['-metadata', entry]),
  );
  const disguised = '-vf hflip,scale=480:-2 -c:v libx264 -crf 32 -preset veryfast -c:a aac -map_metadata -1';
  await ffmpeg([
    ...'-ss 1.5 -t 8 -i'.split(' '),
    at('market.mp4'),
    ...disguised.split(' '),
    at('repost.mp4'),
  ]);
  await ffmpeg([...'-f lavfi -i sine=frequency=330:duration=6 -c:a aac'.split(' '), at('sound-only.mp4')]);
  writeFileSync(at('not-a-video.mp4'), 'This post was removed.\n');
}

function encode(file, shots, secondsEach, extra = []) {
  const inputs = shots.flatMap((shot) => ['-f', 'lavfi', '-t', String(secondsEach), '-i', SHOTS[shot]]);
  const sound = `-f lavfi -t ${secondsEach * shots.length} -i sine=frequency=220`.split(' ');
  const pads = shots.map((_, index) => `[${index}:v]format=yuv420p,setsar=1[v${index}]`).join(';');
  const joined = `${shots.map((_, index) => `[v${index}]`).join('')}concat=n=${shots.length}:v=1:a=0[v]`;
  const output =
    `-map [v] -map ${shots.length}:a -c:v libx264 -preset veryfast -pix_fmt yuv420p -c:a aac`.split(' ');
  return ffmpeg([...inputs, ...sound, '-filter_complex', `${pads};${joined}`, ...output, ...extra, file]);
}

async function ffmpeg(args) {
  const code = await run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new SetupError(`ffmpeg could not make the demo's clips (exit code ${code}).`);
}
