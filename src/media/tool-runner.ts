import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { PartError } from '../shared/errors.js';
import { findExecutable } from './find-executable.js';
import { BRIDGE_FAILED_EXIT_CODE } from './network-bridge.js';
import { runProcessGroup, type ProcessGroupExit } from './process-group.js';
import { selfTest } from './sandbox-self-test.js';
import { INSIDE, SANDBOXES, networkOf, sandboxedCommand, type Sandbox } from './sandbox.js';
import { VERSION_ARGS, fileSha256Hex, versionWarning } from './tool-versions.js';
import type {
  SandboxTier,
  ToolLimits,
  ToolName,
  ToolRecord,
  ToolRequest,
  ToolResult,
  ToolRunner,
} from './tool.js';

/** Absolute paths, or names to be found on `PATH`. */
export interface ToolExecutables {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly exiftool?: string | undefined;
  readonly ytdlp?: string | undefined;
  readonly tesseract?: string | undefined;
}

export interface ToolLogger {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface ToolRunnerOptions {
  readonly paths: ToolExecutables;
  readonly minTier: SandboxTier;
  /** For tests and measurements of the weaker tiers; without it the strongest that works is taken. */
  readonly maxTier?: SandboxTier | undefined;
  readonly logger?: ToolLogger | undefined;
  /** Read-only folders that a tool outside /usr needs beside its executable, for example its libraries. */
  readonly programFolders?: readonly string[] | undefined;
}

export interface ToolVersion {
  readonly tool: ToolName;
  readonly version: string;
  readonly warning?: string | undefined;
}

interface InstalledTool {
  readonly executable: string;
  readonly programPaths: readonly string[];
  readonly version: string;
}

const VERSION_LIMITS: ToolLimits = {
  timeoutMs: 20_000,
  cpuSeconds: 20,
  addressSpaceBytes: 4 * 1024 ** 3,
  fileSizeBytes: 1024 ** 2,
  stdoutBytes: 256 * 1024,
};

/**
 * Finds the tools, tries the sandboxes from the strongest down and keeps the first that stands its self-test.
 * @throws Error with a plain sentence when prlimit is missing, when `minTier` cannot be had, or when ffmpeg or ffprobe is missing.
 */
export async function createToolRunner(options: ToolRunnerOptions): Promise<SandboxedToolRunner> {
  if (!(await findExecutable('prlimit'))) {
    throw new Error(
      'Tools cannot be limited here: the program "prlimit" (util-linux, Linux only) is missing.',
    );
  }
  const sandbox = await chooseSandbox(options);
  const tools = await installedTools(sandbox, options);
  for (const required of ['ffmpeg', 'ffprobe'] as const) {
    if (!tools.has(required)) throw new Error(`${required} was not found or does not start.`);
  }
  if (sandbox.tier === 3 && !(await findExecutable('perl'))) {
    options.logger?.warn({}, 'perl is missing: no tool can reach the network in this sandbox tier');
  }
  const runner = new SandboxedToolRunner(sandbox, tools);
  options.logger?.info({ sandboxTier: sandbox.tier }, 'tools run in this sandbox tier');
  for (const { tool, warning } of runner.toolVersions()) {
    if (warning !== undefined) options.logger?.warn({ tool }, warning);
  }
  return runner;
}

async function chooseSandbox(options: ToolRunnerOptions): Promise<Sandbox> {
  const refused: string[] = [];
  const { minTier, maxTier = 3 } = options;
  for (const sandbox of SANDBOXES.filter(({ tier }) => tier >= minTier && tier <= maxTier)) {
    const launcher = sandbox.tier === 3 ? 'bwrap' : sandbox.tier === 1 ? 'setpriv' : 'prlimit';
    if (!(await findExecutable(launcher))) {
      refused.push(`tier ${sandbox.tier}: ${launcher} is not installed`);
      continue;
    }
    const result = await selfTest(sandbox);
    if (result.works && (result.isolates || sandbox.tier < 3)) return sandbox;
    refused.push(`tier ${sandbox.tier}: ${result.reason}`);
    options.logger?.warn({ sandboxTier: sandbox.tier, reason: result.reason }, 'sandbox tier refused');
  }
  throw new Error(
    `SANDBOX_MIN_TIER is ${minTier}, and no sandbox of that tier works here (${refused.join('; ')}). ` +
      'Install bubblewrap, or lower SANDBOX_MIN_TIER knowing that hostile media is then less confined.',
  );
}

async function installedTools(
  sandbox: Sandbox,
  { paths, programFolders = [], logger }: ToolRunnerOptions,
): Promise<ReadonlyMap<ToolName, InstalledTool>> {
  const wanted: readonly (readonly [ToolName, string | undefined])[] = [
    ['ffmpeg', paths.ffmpeg],
    ['ffprobe', paths.ffprobe],
    ['exiftool', paths.exiftool],
    ['yt-dlp', paths.ytdlp],
    ['tesseract', paths.tesseract],
    ['node', process.execPath],
  ];
  const found = await Promise.all(
    wanted.map(async ([tool, path]) => {
      const executable = path === undefined ? undefined : await findExecutable(path);
      if (executable === undefined) return undefined;
      const own = tool === 'exiftool' ? dirname(executable) : executable;
      const programPaths = [own, ...programFolders];
      const version = await readVersion(sandbox, tool, executable, programPaths);
      if (version.text !== undefined) {
        return [tool, { executable, programPaths, version: version.text }] as const;
      }
      logger?.warn({ tool, stderrTail: version.stderrTail }, 'tool does not start in the sandbox');
      return undefined;
    }),
  );
  return new Map(found.filter((entry) => entry !== undefined));
}

async function readVersion(
  sandbox: Sandbox,
  tool: ToolName,
  executable: string,
  programPaths: readonly string[],
): Promise<{ text: string | undefined; stderrTail: string }> {
  const command = sandboxedCommand(sandbox, {
    executable,
    args: () => VERSION_ARGS[tool],
    programPaths,
    limits: VERSION_LIMITS,
  });
  const exit = await runProcessGroup({
    ...VERSION_LIMITS,
    command,
    signal: new AbortController().signal,
  });
  const firstLine = exit.stdout.toString('utf8').split('\n')[0]?.trim();
  const text = exit.exitCode === 0 && firstLine !== '' ? firstLine : undefined;
  return { text, stderrTail: exit.stderrTail };
}

/** Implements {@link ToolRunner} at the tier that `createToolRunner` chose. */
export class SandboxedToolRunner implements ToolRunner {
  readonly #sandbox: Sandbox;
  readonly #tools: ReadonlyMap<ToolName, InstalledTool>;
  readonly #digests = new Map<string, Promise<string>>();

  constructor(sandbox: Sandbox, tools: ReadonlyMap<ToolName, InstalledTool>) {
    this.#sandbox = sandbox;
    this.#tools = tools;
  }

  get tier(): SandboxTier {
    return this.#sandbox.tier;
  }

  available(tool: ToolName): boolean {
    return this.#tools.has(tool);
  }

  /** First line of the tool's own version output; undefined when the tool is not available. */
  version(tool: ToolName): string | undefined {
    return this.#tools.get(tool)?.version;
  }

  toolVersions(now: Date = new Date()): readonly ToolVersion[] {
    return [...this.#tools].map(([tool, { version }]) => ({
      tool,
      version,
      warning: versionWarning(tool, version, now),
    }));
  }

  async run(request: ToolRequest): Promise<ToolResult> {
    const tool = this.#tools.get(request.tool);
    if (!tool) throw new PartError('internal', `The tool ${request.tool} is not available here.`);
    const command = sandboxedCommand(this.#sandbox, {
      executable: tool.executable,
      args: request.args,
      inputPath: request.inputPath,
      outputDir: request.outputDir,
      egressProxy: request.egressProxy,
      programDir: request.programDir,
      programPaths: tool.programPaths,
      limits: request.limits,
    });
    const binarySha256 = await this.#digest(tool.executable);
    const startedAt = new Date().toISOString();
    const startedMs = performance.now();
    const exit = await runProcessGroup({ ...request.limits, ...request, command });
    const durationMs = Math.round(performance.now() - startedMs);
    const record: ToolRecord = {
      tool: request.tool,
      version: tool.version,
      binarySha256,
      args: request.args(INSIDE),
      sandboxTier: this.#sandbox.tier,
      network: networkOf(this.#sandbox, request.egressProxy),
      startedAt,
      durationMs,
      exitCode: exit.exitCode,
    };
    const stderrTail = withoutHostPaths(exit.stderrTail, request);
    throwWhenCutShort(exit, record, stderrTail, request);
    return { record, stdout: exit.stdout, stderrTail };
  }

  #digest(executable: string): Promise<string> {
    const known = this.#digests.get(executable);
    if (known) return known;
    const digest = fileSha256Hex(executable);
    this.#digests.set(executable, digest);
    return digest;
  }
}

function withoutHostPaths(text: string, { inputPath, outputDir }: ToolRequest): string {
  const withoutInput = inputPath === undefined ? text : text.replaceAll(inputPath, INSIDE.input);
  return outputDir === undefined ? withoutInput : withoutInput.replaceAll(outputDir, INSIDE.output);
}

function throwWhenCutShort(
  exit: ProcessGroupExit,
  record: ToolRecord,
  stderrTail: string,
  request: ToolRequest,
): void {
  const details = { record, stderrTail };
  if (exit.stopped) {
    const { reason } = exit.stopped;
    if (!(reason instanceof PartError)) throw reason;
    const message = `${record.tool}: ${reason.publicMessage}`;
    throw new PartError(reason.code, message, { ...reason.details, ...details }, { cause: reason });
  }
  if (record.network === 'proxy-forced' && exit.exitCode === BRIDGE_FAILED_EXIT_CODE) {
    throw new PartError('internal', `${record.tool} could not be given its way to the network.`, details);
  }
  const signal = exit.signal ?? signalOfExitCode(exit.exitCode);
  if (signal === undefined) return;
  if (signal === 'SIGXFSZ') {
    throw new PartError('limits_exceeded', `${record.tool} wrote a larger file than allowed.`, details);
  }
  if (signal === 'SIGXCPU' || (signal === 'SIGKILL' && mayHaveSpentCpu(record, request))) {
    throw new PartError('tool_timeout', `${record.tool} used up its processor time.`, details);
  }
  throw new PartError('tool_crashed', `${record.tool} was ended by ${signal}.`, details);
}

/** With soft and hard limit equal the kernel sends SIGKILL, which an out-of-memory kill looks like, too; time tells them apart. */
function mayHaveSpentCpu(record: ToolRecord, request: ToolRequest): boolean {
  return record.durationMs * availableParallelism() >= request.limits.cpuSeconds * 1000;
}

/** bubblewrap and shells report a child ended by signal n as exit code 128 + n. */
function signalOfExitCode(exitCode: number | null): NodeJS.Signals | undefined {
  return exitCode === null ? undefined : SIGNALS_BY_EXIT_CODE[exitCode];
}

const SIGNALS_BY_EXIT_CODE: Readonly<Record<number, NodeJS.Signals>> = {
  132: 'SIGILL',
  133: 'SIGTRAP',
  134: 'SIGABRT',
  135: 'SIGBUS',
  136: 'SIGFPE',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  152: 'SIGXCPU',
  153: 'SIGXFSZ',
  159: 'SIGSYS',
};
