import { mkdtemp, rm, writeFile, readFile, mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcessGroup } from './process-group.js';
import { sandboxedCommand, type Sandbox } from './sandbox.js';
import type { ToolLimits } from './tool.js';

const LIMITS: ToolLimits = {
  timeoutMs: 10_000,
  cpuSeconds: 10,
  addressSpaceBytes: 4 * 1024 ** 3,
  fileSizeBytes: 1024 ** 2,
  stdoutBytes: 64 * 1024,
};

/** Tries, from inside, what a taken-over decoder would try. Prints what came of it. */
const INTRUDER = `
  import { readFileSync, writeFileSync } from 'node:fs';
  import { connect } from 'node:net';
  const [input, output, other, port] = process.argv.slice(1);
  const attempt = (act) => { try { return { done: true, value: act() }; } catch (error) { return { done: false, value: error.code }; } };
  const read = attempt(() => readFileSync(input, 'utf8'));
  const write = attempt(() => writeFileSync(output + '/made', 'made'));
  const foreign = attempt(() => readFileSync(other, 'utf8').length);
  const reached = await new Promise((resolve) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('connect', () => { socket.destroy(); resolve(true); });
    socket.on('error', () => resolve(false));
  });
  console.log(JSON.stringify({ readsInput: read.value === 'given', writesOutput: write.done, readsOthers: foreign.done, reachesNetwork: reached }));
`;

export interface SelfTestResult {
  /** The tool runs, reads its input and writes its output folder. */
  readonly works: boolean;
  /** It can neither read another file nor connect to a listener on loopback. */
  readonly isolates: boolean;
  /** What the launcher said when it does not work. */
  readonly reason: string;
}

/** Runs the intruder in `sandbox` against a real listener and a real file beside its input. */
export async function selfTest(sandbox: Sandbox): Promise<SelfTestResult> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-sandbox-'));
  const listener = createServer((socket) => socket.destroy());
  try {
    await new Promise<void>((resolve, reject) => {
      listener.once('error', reject);
      listener.listen(0, '127.0.0.1', resolve);
    });
    return await intrude(sandbox, folder, (listener.address() as AddressInfo).port);
  } finally {
    await new Promise((resolve) => listener.close(resolve));
    await rm(folder, { recursive: true, force: true });
  }
}

async function intrude(sandbox: Sandbox, folder: string, port: number): Promise<SelfTestResult> {
  const [input, other, out] = [join(folder, 'given'), join(folder, 'other'), join(folder, 'out')];
  await writeFile(input, 'given', { mode: 0o400 });
  await writeFile(other, 'another case');
  await mkdir(out);
  const command = sandboxedCommand(sandbox, {
    executable: process.execPath,
    args: (at) => ['--input-type=module', '-e', INTRUDER, at.input, at.output, other, String(port)],
    inputPath: input,
    outputDir: out,
    programPaths: [process.execPath],
    limits: LIMITS,
  });
  const exit = await runProcessGroup({ ...LIMITS, command, signal: new AbortController().signal });
  if (exit.exitCode !== 0) return { works: false, isolates: false, reason: exit.stderrTail.trim() };
  const seen = JSON.parse(exit.stdout.toString('utf8')) as Record<string, boolean>;
  const wrote = (await readFile(join(out, 'made'), 'utf8')) === 'made';
  return {
    works: seen['readsInput'] === true && seen['writesOutput'] === true && wrote,
    isolates: seen['readsOthers'] === false && seen['reachesNetwork'] === false,
    reason: JSON.stringify(seen),
  };
}
