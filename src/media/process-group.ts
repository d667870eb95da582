import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { PartError } from '../shared/errors.js';
import { LineSplitter } from './line-splitter.js';

const STDERR_TAIL_BYTES = 4096;

/** Nothing of the worker's own environment (database address, tokens) reaches a tool. */
const TOOL_ENVIRONMENT = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C.UTF-8',
  HOME: '/tmp',
  // tesseract takes four threads for one line, which on a busy machine makes it slower and starves the decoder.
  OMP_THREAD_LIMIT: '1',
};

export interface ProcessGroupRun {
  /** Program and arguments; no shell reads them. */
  readonly command: readonly [string, ...string[]];
  readonly stdin?: string | Uint8Array | undefined;
  readonly timeoutMs: number;
  readonly stdoutBytes: number;
  readonly signal: AbortSignal;
  readonly onStdout?: ((chunk: Buffer) => void | Promise<void>) | undefined;
  readonly onSideLine?: ((line: string) => void) | undefined;
  readonly onStderrLine?: ((line: string) => void) | undefined;
}

export interface ProcessGroupExit {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why we killed the group: a `PartError`, the abort signal's reason, or what a callback threw. */
  readonly stopped: { readonly reason: unknown } | undefined;
  readonly stdout: Buffer;
  readonly stderrTail: string;
}

/**
 * Runs a program in a process group of its own and ends when it has ended and its pipes are closed. Time limit, output cap,
 * abort and a throwing callback all end the group by SIGKILL: ffmpeg was seen to outlive SIGTERM by minutes.
 */
export async function runProcessGroup(run: ProcessGroupRun): Promise<ProcessGroupExit> {
  run.signal.throwIfAborted();
  const child = spawnGroup(run);
  let stopped: { reason: unknown } | undefined;
  const stop = (reason: unknown): void => {
    stopped ??= { reason };
    killGroup(child);
  };
  const onAbort = (): void => stop(run.signal.reason);
  const timer = setTimeout(() => stop(timeoutError(run.timeoutMs)), run.timeoutMs);
  run.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const ended = whenClosed(child);
    const stderr = readStderr(child, run, stop);
    readSideChannel(child, run, stop);
    writeStdin(child, run, stop);
    const reading = readStdout(child, run, stop);
    const [exit, stdout] = await Promise.all([ended, reading]);
    return { ...exit, stopped, stdout, stderrTail: stderr.tail() };
  } finally {
    clearTimeout(timer);
    run.signal.removeEventListener('abort', onAbort);
    killGroup(child);
  }
}

function spawnGroup(run: ProcessGroupRun): ChildProcess {
  const [program, ...args] = run.command;
  return spawn(program, args, {
    detached: true,
    shell: false,
    cwd: '/',
    env: TOOL_ENVIRONMENT,
    stdio: [
      run.stdin === undefined ? 'ignore' : 'pipe',
      'pipe',
      'pipe',
      ...(run.onSideLine ? ['pipe' as const] : []),
    ],
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    // ESRCH is the wanted state: nobody is left in the group.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function whenClosed(
  child: ChildProcess,
): Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // A grandchild that outlives its parent would hold the pipes open, and `close` would never come.
    child.once('exit', () => killGroup(child));
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
}

type Stop = (reason: unknown) => void;

async function readStdout(child: ChildProcess, run: ProcessGroupRun, stop: Stop): Promise<Buffer> {
  const kept: Buffer[] = [];
  let sizeBytes = 0;
  try {
    for await (const chunk of child.stdout as Readable as AsyncIterable<Buffer>) {
      if (run.onStdout) {
        await run.onStdout(chunk);
        continue;
      }
      sizeBytes += chunk.length;
      if (sizeBytes > run.stdoutBytes) throw outputError(run.stdoutBytes);
      kept.push(chunk);
    }
  } catch (error) {
    stop(error);
  }
  return Buffer.concat(kept);
}

function readStderr(child: ChildProcess, run: ProcessGroupRun, stop: Stop): { tail(): string } {
  let tail: Buffer = Buffer.alloc(0);
  const lines = run.onStderrLine ? new LineSplitter(run.onStderrLine) : undefined;
  child.stderr?.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-STDERR_TAIL_BYTES);
    guarded(stop, () => lines?.write(chunk));
  });
  child.stderr?.on('end', () => guarded(stop, () => lines?.end()));
  return { tail: () => tail.toString('utf8') };
}

function readSideChannel(child: ChildProcess, run: ProcessGroupRun, stop: Stop): void {
  if (!run.onSideLine) return;
  const lines = new LineSplitter(run.onSideLine);
  const side = child.stdio[3] as Readable;
  side.on('data', (chunk: Buffer) => guarded(stop, () => lines.write(chunk)));
  side.on('end', () => guarded(stop, () => lines.end()));
  // Descriptor 3 is a socket pair: a killed writer can surface as ECONNRESET, which the exit already tells.
  side.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ECONNRESET') stop(error);
  });
}

function writeStdin(child: ChildProcess, run: ProcessGroupRun, stop: Stop): void {
  if (run.stdin === undefined || !child.stdin) return;
  // A tool may end before it has read all of its input; its exit code is the judgement, not our broken pipe.
  child.stdin.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') stop(error);
  });
  child.stdin.end(run.stdin);
}

function guarded(stop: Stop, action: () => void): void {
  try {
    action();
  } catch (error) {
    stop(error);
  }
}

function timeoutError(timeoutMs: number): PartError {
  return new PartError('tool_timeout', `The tool did not end within ${timeoutMs / 1000} s.`);
}

function outputError(stdoutBytes: number): PartError {
  return new PartError('limits_exceeded', `The tool wrote more than ${stdoutBytes} bytes.`);
}
