/**
 * How well cuts are found, against ffmpeg's own scene filter.
 *
 * Method: reels of 25 shots (about 90 s, 320×180, 25 fps) are thrown by dice from a seed (test/media/reels.ts): real
 * footage in part or whole, mirrored or sped up, and made pictures (test patterns, fractals, cell automata, textures); within
 * shots camera flashes of 1 to 3 pictures, pans over 2 to 3 picture widths in 0.3 to 0.6 s, and stills; between them hard cuts
 * (60 %), dissolves of 0.4 to 1.1 s (22 %) and fades through black or white (18 %). They are composed picture by picture, so
 * that the truth is exact. A found cut is right when its time (the middle of a gradual one) lies within the true
 * transition widened by 0.2 s; each true one counts once. Thresholds were fixed on the tuning seeds; the unseen ones are for
 * reporting alone: whoever tunes on them draws new ones. Also: the real clips as they are, where the truth is known.
 *
 * node bench/cuts.bench.mjs
 */
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

await import('./frames-ts-hooks.mjs');
const { createToolRunner } = await import('../src/media/tool-runner.ts');
const { ProbeStage } = await import('../src/analysis/stages/probe/probe.stage.ts');
const { FramesStage } = await import('../src/analysis/stages/frames/frames.stage.ts');
const { clipPath, hasClip, sceneFilterCuts } = await import('../test/media/raw-frames.ts');
const { writeReel } = await import('../test/media/reel.ts');
const { TUNING_SEEDS, UNSEEN_SEEDS, diceReel, reelsHaveRealClips } = await import('../test/media/reels.ts');

const TOLERANCE_MS = 200;
const hard = (ms) => ({ kind: 'cut', startMs: ms, endMs: ms });
const REAL_CLIPS = {
  'opencv/Megamind.avi': [4129, 6465, 8383].map(hard),
  'opencv/vtest.avi': [],
  'opencv/tree.avi': [],
  'tmk/doorknob-hd-no-bar.mp4': [],
  'tmk/pattern-hd-no-bar.mp4': [],
  'tmk/pattern-longer-no-bar.mp4': [],
  'tmk/pattern-sd-with-large-logo-bar.mp4': [],
};

const folder = await mkdtemp(join(tmpdir(), 'sightline-cuts-'));
const tools = await createToolRunner({ paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }, minTier: 1 });
try {
  if (!reelsHaveRealClips()) console.log('NOTE: no ../shared/clips: the reels are wholly synthetic');
  await scoreReels('tuning reels', TUNING_SEEDS);
  await scoreReels('unseen reels', UNSEEN_SEEDS);
  await scoreRealClips();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function scoreReels(title, seeds) {
  const sums = { ours: emptyScore(), scene: emptyScore() };
  console.log(`${title} (seeds ${seeds.join(', ')})`);
  for (const seed of seeds) {
    const path = join(folder, `reel-${seed}.mp4`);
    const truth = await writeReel(diceReel(seed), path);
    const ours = score(await stageCuts(path), truth);
    add(sums.ours, ours);
    add(sums.scene, score(sceneFilterCuts(path, 0.3), truth));
    console.log(`  seed ${seed}: ${text(ours)}`);
    for (const { kind, startMs, endMs } of ours.missed)
      console.log(`    missed ${kind} ${startMs}–${endMs} ms`);
    for (const { kind, startMs, endMs } of ours.wrong)
      console.log(`    wrong ${kind} ${startMs}–${endMs} ms`);
  }
  console.log(`  all, frames stage:      ${text(sums.ours)}`);
  console.log(`  all, ffmpeg scene>0.3:  ${text(sums.scene)}`);
}

async function scoreRealClips() {
  for (const [name, truth] of Object.entries(REAL_CLIPS).filter(([clip]) => hasClip(clip))) {
    const ours = score(await stageCuts(clipPath(name)), truth);
    const scene = score(sceneFilterCuts(clipPath(name), 0.3), truth);
    console.log(`${name}: ${text(ours)}; ffmpeg scene>0.3: ${text(scene)}`);
  }
}

async function stageCuts(originalPath) {
  const base = {
    originalPath,
    sizeBytes: (await stat(originalPath)).size,
    sha256Hex: '0'.repeat(64),
    settings: { codecPolicy: 'all', maxClipSeconds: 21_600, decoderThreads: 1 },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  const scratch = () => mkdtemp(join(folder, 'scratch-'));
  const probe = await new ProbeStage().run({ ...base, scratchDir: await scratch(), needed: {} }, tools);
  const scratchDir = await scratch();
  const { output } = await new FramesStage().run(
    { ...base, scratchDir, needed: { probe: probe.output } },
    tools,
  );
  await rm(scratchDir, { recursive: true });
  return output.cuts;
}

function score(found, truth) {
  const used = new Set();
  const missed = truth.filter(({ startMs, endMs }) => {
    const match = found.find((cut) => {
      const atMs = (cut.startMs + cut.endMs) / 2;
      return !used.has(cut) && atMs >= startMs - TOLERANCE_MS && atMs <= endMs + TOLERANCE_MS;
    });
    used.add(match);
    return match === undefined;
  });
  const wrong = found.filter((cut) => !used.has(cut));
  return { right: found.length - wrong.length, found: found.length, truth: truth.length, missed, wrong };
}

function emptyScore() {
  return { right: 0, found: 0, truth: 0 };
}

function add(sum, { right, found, truth }) {
  sum.right += right;
  sum.found += found;
  sum.truth += truth;
}

function text({ right, found, truth }) {
  if (truth === 0) return `${found} found, none there`;
  const precision = found === 0 ? 1 : right / found;
  const f1 = (2 * right) / (found + truth);
  return `P ${precision.toFixed(3)} R ${(right / truth).toFixed(3)} F1 ${f1.toFixed(3)} (${right} right of ${found} found, ${truth} there)`;
}
