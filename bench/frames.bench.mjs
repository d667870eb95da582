/**
 * What the frames stage, and the whole ingest with it, cost beyond a plain decode. Whole ingest: SHA-256 of the bytes, probe,
 * frames (cuts, keyframes, thumbnails, ten hashes a second in a thread) and fingerprint, with one decoder thread and with two.
 *
 * Method: one 48 s reel of real footage (the clips beside the project, hard cuts, light noise; without them a made picture)
 * is encoded once per size with x264 `fast` and repeated by stream copy up to the wanted length. Round robin: plain decode
 * (`ffmpeg -i CLIP -map 0:v -f null -`, all threads), stage with one decoder thread, stage with two. Figures are CPU seconds,
 * user and system, of all processes (from the waited-for children in /proc/self/stat, and for the stage the worker's own);
 * ratios are taken round by round, medians quoted. Memory is the sum of all tool processes' resident sets plus what the
 * worker grew by over its set just before, sampled every 50 ms in a run of its own (the sampling costs CPU time). The first thumbnail counts when the second is begun.
 *
 * The tools run in tier 1 (resource limits): bubblewrap's own init would keep their CPU time to itself. It adds 15 ms a run.
 *
 * node bench/frames.bench.mjs [--seconds 48] [--rounds 3] [--sizes 720p,1080p] [--threads 1,2] [--clips FOLDER]
 * The figures to quote are those of --seconds 600. Made clips are kept and used again in FOLDER. A worker with one clip to do
 * decodes with two threads, a busy one with one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// The hashing thread is loaded from the build: `npm run build` before.
await import('./frames-ts-hooks.mjs');
const { createToolRunner } = await import('../src/media/tool-runner.ts');
const { ProbeStage } = await import('../src/analysis/stages/probe/probe.stage.ts');
const { FingerprintStage } = await import('../src/analysis/stages/fingerprint/fingerprint.stage.ts');
const { FramesStage } = await import('../src/analysis/stages/frames/frames.stage.ts');
const { clipPath, hasClip, ffmpegSync } = await import('../test/media/raw-frames.ts');

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '48' },
    rounds: { type: 'string', default: '3' },
    sizes: { type: 'string', default: '720p,1080p' },
    threads: { type: 'string', default: '1,2' },
    clips: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const sizes = values.sizes.split(',');
const threadCounts = values.threads.split(',').map(Number);

const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;
const UNIT_SECONDS = 48;
const FOOTAGE = [
  'opencv/Megamind.avi',
  'tmk/doorknob-hd-no-bar.mp4',
  'tmk/pattern-hd-no-bar.mp4',
  'opencv/vtest.avi',
  'tmk/pattern-sd-grey-bar.mp4',
  'tmk/pattern-longer-no-bar.mp4',
].filter(hasClip);

const folder = await mkdtemp(join(tmpdir(), 'sightline-bench-'));
try {
  await main();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function main() {
  if (FOOTAGE.length < 6) console.log('NOTE: no ../shared/clips: a made picture stands for real footage');
  const tools = await createToolRunner({
    paths: { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' },
    minTier: 1,
    maxTier: 1,
  });
  for (const [name, size, bitRate] of [
    ['720p', '1280:720', '2500k'],
    ['1080p', '1920:1080', '5000k'],
  ].filter(([made]) => sizes.includes(made))) {
    const clip = makeClip(name, size, bitRate);
    const results = [];
    for (let round = 0; round < rounds; round += 1) {
      const result = { plain: await plainDecode(clip) };
      for (const threads of threadCounts) result[threads] = await runStage(tools, clip, threads);
      results.push(result);
    }
    const watched = {};
    for (const threads of threadCounts)
      watched[threads] = await runStage(tools, clip, threads, watchMemoryAndThumb);
    report(name, clip, results, watched);
  }
}

function makeClip(name, size, bitRate) {
  const inputs = FOOTAGE.flatMap((clip) => ['-t', '8', '-stream_loop', '2', '-i', clipPath(clip)]);
  const prepared = FOOTAGE.map((_, i) => `[${i}:v]fps=30,scale=${size},setsar=1,format=yuv420p[v${i}]`);
  const joined = `${FOOTAGE.map((_, i) => `[v${i}]`).join('')}concat=n=${FOOTAGE.length}`;
  const source =
    FOOTAGE.length > 0 ? inputs : ['-f', 'lavfi', '-i', `testsrc2=s=1280x720:r=30:d=${UNIT_SECONDS}`];
  const filter = FOOTAGE.length > 0 ? `${prepared.join(';')};${joined}` : `[0:v]scale=${size},format=yuv420p`;
  const unit = join(values.clips ?? folder, `${name}-unit.mp4`);
  if (!existsSync(unit))
    ffmpegSync([
      ...[...source, '-filter_complex', `${filter},noise=alls=4:allf=t+u`, '-an', '-t', String(UNIT_SECONDS)],
      ...['-c:v', 'libx264', '-preset', 'fast', '-b:v', bitRate, unit],
    ]);
  const clip = join(folder, `${name}.mp4`);
  const times = Math.ceil(seconds / UNIT_SECONDS) - 1;
  ffmpegSync(['-stream_loop', String(times), '-i', unit, '-t', String(seconds), '-c', 'copy', clip]);
  return clip;
}

async function plainDecode(clip) {
  const before = cpuSeconds();
  const started = performance.now();
  const child = spawn('ffmpeg', ['-nostdin', '-v', 'error', '-i', clip, '-map', '0:v', '-f', 'null', '-'], {
    stdio: 'ignore',
  });
  await once(child, 'exit');
  return { cpu: cpuSeconds() - before, wall: (performance.now() - started) / 1000 };
}

async function runStage(tools, clip, decoderThreads, watchFolder) {
  const base = {
    originalPath: clip,
    sizeBytes: statSync(clip).size,
    sha256Hex: '0'.repeat(64),
    settings: { codecPolicy: 'common', maxClipSeconds: 21_600, decoderThreads },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
  const scratch = () => mkdtemp(join(folder, 'scratch-'));
  const scratchDir = await scratch();
  const watch = watchFolder?.(scratchDir);
  const wholeBefore = cpuSeconds();
  const wholeStarted = performance.now();
  await sha256Of(clip);
  const probe = await new ProbeStage().run({ ...base, scratchDir: await scratch(), needed: {} }, tools);
  const before = cpuSeconds();
  const ownBefore = process.cpuUsage();
  const started = performance.now();
  const result = await new FramesStage().run({ ...base, scratchDir, needed: { probe: probe.output } }, tools);
  const wall = (performance.now() - started) / 1000;
  const cpu = cpuSeconds() - before;
  const own = process.cpuUsage(ownBefore);
  const neededFile = async (_stage, kind) => result.artefacts.find((one) => one.kind === kind)?.path;
  const print = { ...base, scratchDir: await scratch(), needed: { probe: probe.output }, neededFile };
  const printed = await new FingerprintStage().run(print, tools);
  const whole = { cpu: cpuSeconds() - wholeBefore, wall: (performance.now() - wholeStarted) / 1000 };
  const { peakBytes = 0, thumbMs = 0 } = watch?.stop() ?? {};
  const decodeMs = result.toolRuns[0].durationMs;
  await rm(scratchDir, { recursive: true });
  const frames = result.output.frames.length;
  return {
    cpu,
    own: (own.user + own.system) / 1e6,
    wall,
    wholeCpu: whole.cpu,
    wholeWall: whole.wall,
    records: printed.output.recordCount,
    frames,
    peakMb: peakBytes / 1e6,
    thumb: (thumbMs - started) / decodeMs,
  };
}

async function sha256Of(path) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 })) hash.update(chunk);
  return hash.digest('hex');
}

/** User and system time of this process and of all children that it has waited for. */
function cpuSeconds() {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND;
}

function watchMemoryAndThumb(scratchDir) {
  const idleBytes = process.memoryUsage.rss();
  let peakBytes = 0;
  let thumbMs;
  const timer = setInterval(() => {
    const own = process.memoryUsage.rss() - idleBytes;
    peakBytes = Math.max(peakBytes, own + descendantBytes());
    // ffmpeg opens the second thumbnail when the first is whole.
    if (existsSync(join(scratchDir, 't00002.jpg'))) thumbMs ??= performance.now();
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return { peakBytes, thumbMs };
    },
  };
}

function descendantBytes() {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => statOf(pid))
    .filter((one) => one !== undefined);
  const family = new Set([String(process.pid)]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  family.delete(String(process.pid));
  return processes.filter(({ pid }) => family.has(pid)).reduce((sum, { bytes }) => sum + bytes, 0);
}

function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return { pid, parent: fields[1], bytes: Number(fields[21]) * PAGE_BYTES };
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(error.code)) return undefined;
    throw error;
  }
}

function report(name, clip, results, watched) {
  const ratio = (key, figure, plain = figure) =>
    median(results.map((round) => round[key][figure] / round.plain[plain]));
  const figure = (key, what) => median(results.map((round) => round[key][what]));
  console.log(
    `${name}, ${seconds} s, ${(statSync(clip).size / 1e6).toFixed(0)} MB, median of ${rounds} rounds`,
  );
  console.log(
    `  plain decode, all threads   ${figure('plain', 'cpu').toFixed(2)} s CPU, ${figure('plain', 'wall').toFixed(2)} s wall`,
  );
  for (const key of threadCounts) {
    const label = key === 1 ? 'stage, 1 decoder thread ' : `stage, ${key} decoder threads`;
    console.log(
      `  ${label}    ${figure(key, 'cpu').toFixed(2)} s CPU = ${ratio(key, 'cpu').toFixed(3)} x (goal 1.15; ${figure(key, 'own').toFixed(2)} s of it the worker's own), ` +
        `${figure(key, 'wall').toFixed(2)} s wall = ${ratio(key, 'wall').toFixed(2)} x, ` +
        `peak ${watched[key].peakMb.toFixed(0)} MB (goal 250), ` +
        `first thumbnail at ${(100 * watched[key].thumb).toFixed(1)} % of the decode (goal 10), ${watched[key].frames} keyframes`,
    );
    console.log(
      `  whole ingest, ${label.slice(7)} ${figure(key, 'wholeCpu').toFixed(2)} s CPU = ${ratio(key, 'wholeCpu', 'cpu').toFixed(3)} x (goal 1.20), ` +
        `${figure(key, 'wholeWall').toFixed(2)} s wall = ${ratio(key, 'wholeWall', 'wall').toFixed(2)} x (goal 1.25), ${watched[key].records} records`,
    );
  }
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
