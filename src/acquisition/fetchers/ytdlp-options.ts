import type { ToolLimits, ToolRunner } from '../../media/tool.js';

/** Options of `security.md` §4 and what each prevents. Those with a value carry it after the name. */
const WANTED: readonly (readonly [option: string, ...value: string[]])[] = [
  // Nothing but this line decides: no configuration, plug-in, cache, netrc or code from elsewhere.
  ['--ignore-config'],
  ['--no-plugin-dirs'],
  ['--no-remote-components'],
  ['--no-cache-dir'],
  ['--no-exec'],
  ['--no-cookies'],
  ['--no-cookies-from-browser'],
  ['--no-geo-bypass'],
  ['--no-update'],
  // One video, whole or not at all: by default a missing fragment is skipped and the rest called complete.
  ['--no-playlist'],
  ['--playlist-items', '1'],
  ['--max-downloads', '1'],
  ['--abort-on-unavailable-fragments'],
  ['--no-continue'],
  ['--match-filters', '!is_live'],
  ['--no-live-from-start'],
  ['--socket-timeout', '15'],
  ['--retries', '3'],
  ['--fragment-retries', '3'],
  ['--extractor-retries', '1'],
  // The bytes as served. ffmpeg would fetch by itself, past the proxy, and rewrite what it gets.
  ['--fixup', 'never'],
  ['--ffmpeg-location', '/nonexistent'],
  ['--downloader', 'm3u8:native'],
  ['--downloader', 'dash:native'],
  ['--no-embed-metadata'],
  ['--no-mtime'],
  ['--write-info-json'],
  ['--no-write-comments'],
  ['--no-write-playlist-metafiles'],
  ['--no-progress'],
  ['--newline'],
];

/** Without one of these yt-dlp is not started at all. */
const INDISPENSABLE: ReadonlySet<string> = new Set([
  '--ignore-config',
  '--no-exec',
  '--max-downloads',
  '--abort-on-unavailable-fragments',
  '--ffmpeg-location',
  '--write-info-json',
]);

/** One file with sound and picture where there is one; protocols that take another program or another way out are left alone. */
const FORMAT = ['b', 'bv*', 'ba']
  .map((kind) => `${kind}[protocol!^=rtmp][protocol!^=rts][protocol!^=mms][protocol!^=websocket]`)
  .join('/');

export interface YtdlpOptions {
  readonly known: ReadonlySet<string>;
  /** Wanted options that this yt-dlp does not know, in the order of the list. */
  readonly missing: readonly string[];
}

const HELP_LIMITS: ToolLimits = {
  timeoutMs: 30_000,
  cpuSeconds: 30,
  addressSpaceBytes: 2 * 1024 ** 3,
  fileSizeBytes: 1024 ** 2,
  stdoutBytes: 1024 ** 2,
};

const probes = new WeakMap<ToolRunner, Promise<YtdlpOptions>>();

/** What the installed yt-dlp knows, read from its help once per runner. @throws what `runner.run` throws */
export async function probeYtdlpOptions(runner: ToolRunner): Promise<YtdlpOptions> {
  const probe = probes.get(runner) ?? askHelp(runner);
  probes.set(runner, probe);
  try {
    return await probe;
  } catch (error) {
    probes.delete(runner);
    throw error;
  }
}

async function askHelp(runner: ToolRunner): Promise<YtdlpOptions> {
  const { stdout } = await runner.run({
    tool: 'yt-dlp',
    args: () => ['--ignore-config', '--help'],
    limits: HELP_LIMITS,
    // Shared by all fetches, so none of them may cancel it.
    signal: new AbortController().signal,
  });
  return readYtdlpHelp(stdout.toString('utf8'));
}

export function readYtdlpHelp(help: string): YtdlpOptions {
  const known = new Set(help.match(/--[a-z][a-z0-9-]*/g));
  const missing = [...new Set(WANTED.map(([option]) => option))].filter((option) => !known.has(option));
  return { known, missing };
}

/** Options without which it would be unsafe or untrue to go on. */
export function missingIndispensable(options: YtdlpOptions): readonly string[] {
  return options.missing.filter((option) => INDISPENSABLE.has(option));
}

export function ytdlpArgs(
  options: YtdlpOptions,
  run: { url: string; outputDir: string; proxyPort: number; maxBytes: number },
): readonly string[] {
  return [
    ...WANTED.filter(([option]) => options.known.has(option)).flat(),
    `--max-filesize=${run.maxBytes}`,
    `--proxy=http://127.0.0.1:${run.proxyPort}`,
    `--format=${FORMAT}`,
    // A fixed name: the site has no say in it.
    `--output=${run.outputDir}/media.bin`,
    '--',
    run.url,
  ];
}
