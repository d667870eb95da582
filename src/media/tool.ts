/**
 * The one way in which Sightline starts a foreign program on evidence. `ToolRunner` (tool-runner.ts) implements it;
 * ffmpeg, ffprobe, exiftool, yt-dlp and tesseract callers in media/ build requests.
 */
export type ToolName = 'ffmpeg' | 'ffprobe' | 'exiftool' | 'yt-dlp' | 'tesseract' | 'node';

/** 3 = own namespaces (bubblewrap), 2 = Landlock and seccomp, 1 = resource limits and death signal, 0 = resource limits only. */
export type SandboxTier = 0 | 1 | 2 | 3;

export interface ToolLimits {
  /** Wall time; the whole process group gets SIGKILL when it is over. */
  readonly timeoutMs: number;
  readonly cpuSeconds: number;
  readonly addressSpaceBytes: number;
  /** Largest single file that the tool may write. */
  readonly fileSizeBytes: number;
  /** Captured standard output above this ends the run with `limits_exceeded`. Not applied to `onStdout` streaming. */
  readonly stdoutBytes: number;
}

/**
 * How the tool was kept from the network. `none` and `proxy-forced` are the sandbox's work (tier 3): nothing at all, or nothing
 * but the egress proxy. Below it nothing is prevented: `proxy-told` was pointed at the proxy, `unconfined` needs no network.
 */
export type ToolNetwork = 'none' | 'proxy-forced' | 'proxy-told' | 'unconfined';

/** The egress proxy of one run, at both of its doors. */
export interface ToolEgressProxy {
  /** On 127.0.0.1, inside a sandbox with its own network, too. */
  readonly port: number;
  /** A Unix socket of the same proxy, the only way out of such a sandbox; outside of what the tool can write. */
  readonly socketPath: string;
}

/** Where the tool sees its files: real paths without a mount namespace, `/in`, `/out` and `/program` with one. */
export interface ToolPaths {
  readonly input: string;
  readonly output: string;
  readonly program: string;
}

export interface ToolRequest {
  readonly tool: ToolName;
  /** Built with the paths of the running sandbox; also called with `/in` and `/out` for the record, which so never names a host path. */
  readonly args: (at: ToolPaths) => readonly string[];
  /** The only evidence file that the tool can open, read-only. */
  readonly inputPath?: string;
  /** The only folder that the tool can write. */
  readonly outputDir?: string;
  /** A read-only folder of the program itself (modules that a script needs); never evidence. */
  readonly programDir?: string;
  /** Lets the tool reach the network through this proxy. Tier 3 forces it; below, `args` must tell it the port. */
  readonly egressProxy?: ToolEgressProxy;
  /** The text or bytes to give on standard input, which is closed otherwise. */
  readonly stdin?: string | Uint8Array;
  readonly limits: ToolLimits;
  readonly signal: AbortSignal;
  /** Streams standard output instead of capturing it. Returning a promise applies back-pressure. */
  readonly onStdout?: (chunk: Buffer) => void | Promise<void>;
  /** Called for each line on file descriptor 3, when the caller wants a side channel. */
  readonly onSideLine?: (line: string) => void;
  /** Called for each line of standard error as it comes. */
  readonly onStderrLine?: (line: string) => void;
}

/** What custody keeps of a run. */
export interface ToolRecord {
  readonly tool: ToolName;
  readonly version: string;
  /** SHA-256 of the tool's executable file. */
  readonly binarySha256: string;
  /** With `/in` and `/out` in the place of host paths. */
  readonly args: readonly string[];
  readonly sandboxTier: SandboxTier;
  readonly network: ToolNetwork;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly exitCode: number | null;
}

export interface ToolResult {
  readonly record: ToolRecord;
  readonly stdout: Buffer;
  /** Last 4 kB of standard error. */
  readonly stderrTail: string;
}

export interface ToolRunner {
  /**
   * Runs the tool to its end. Exit codes other than 0 are returned, not thrown.
   * @throws PartError `tool_timeout` (wall time), `limits_exceeded` (output cap), `tool_crashed` (ended by a signal)
   * @throws the signal's reason when aborted; no process of the group is alive by then.
   */
  run(request: ToolRequest): Promise<ToolResult>;
}
