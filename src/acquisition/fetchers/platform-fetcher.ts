import { createReadStream } from 'node:fs';
import { mkdtemp, open, readFile, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { sniffMedia } from '../../media/sniff.js';
import type { ToolEgressProxy, ToolLimits, ToolPaths, ToolResult, ToolRunner } from '../../media/tool.js';
import { startEgressProxy } from '../../platform/egress/index.js';
import { PartError } from '../../shared/errors.js';
import type { CaptureJournal } from './capture-record.js';
import { HEAD_BYTES } from './content-kind.js';
import { DraftWriter } from './draft-writer.js';
import { NotMediaError, failure } from './fetch-failure.js';
import type { FetchWatch } from './fetch-watch.js';
import type { Capture, CaptureArtefact, FetchRequest } from './fetcher.js';
import { classifyYtdlpFailure, ytdlpError } from './ytdlp-failure.js';
import { type YtdlpInfo, readYtdlpInfo } from './ytdlp-info.js';
import { type YtdlpOptions, missingIndispensable, probeYtdlpOptions, ytdlpArgs } from './ytdlp-options.js';

/** yt-dlp ends so when `--max-downloads 1` was reached, which is what is wanted. */
const EXIT_MAX_DOWNLOADS = 101;
const MAX_INFO_BYTES = 20 * 1024 * 1024;

/**
 * A clip by yt-dlp in its sandbox, on the network only through an egress proxy of its own.
 * @throws PartError with the contract's code; nothing is left in the store then
 */
export async function fetchByYtdlp(
  url: string,
  fetch: FetchRequest,
  watch: FetchWatch,
  journal: CaptureJournal,
): Promise<Capture> {
  fetch.guard.checkUrl(url);
  const outputDir = await mkdtemp(path.join(fetch.scratchDir, 'ytdlp-'));
  // Beside the folder that the tool can write, not in it.
  const socketPath = `${outputDir}.sock`;
  const proxy = await startEgressProxy(fetch.guard, {
    socketPath,
    maxBytes: proxyCapBytes(fetch.limits.maxBytes),
    onBytes: meterTo(fetch, watch),
  });
  let result: ToolResult;
  try {
    result = await runYtdlp(url, outputDir, { port: proxy.port, socketPath }, fetch, watch);
    journal.ranTool(result.record);
  } catch (error) {
    throw typed(error, watch);
  } finally {
    watch.endTransfer();
    await proxy.close();
    journal.connected(proxy.connections);
  }
  if (proxy.capped) throw tooLarge(fetch.limits.maxBytes);
  return capture({ url, outputDir, result, fetch, journal });
}

/** Pages, playlists and protocol overhead come beside the clip itself, which `--max-filesize` and the writer bound exactly. */
function proxyCapBytes(maxBytes: number): number {
  return Math.ceil(maxBytes * 1.1) + 64 * 1024 * 1024;
}

function meterTo(fetch: FetchRequest, watch: FetchWatch): (total: number) => void {
  let before = 0;
  return (total) => {
    if (before === 0) watch.startTransfer();
    watch.received(total - before);
    before = total;
    fetch.onProgress(total, null);
  };
}

async function runYtdlp(
  url: string,
  outputDir: string,
  egressProxy: ToolEgressProxy,
  fetch: FetchRequest,
  watch: FetchWatch,
): Promise<ToolResult> {
  const options = await knownOptions(fetch.runner);
  const lacking = missingIndispensable(options);
  if (lacking.length > 0) {
    throw failure('unsupported_url', 'The installed yt-dlp is too old to be used safely.', 'nothing', {
      lacking,
    });
  }
  const { maxBytes } = fetch.limits;
  return fetch.runner.run({
    tool: 'yt-dlp',
    args: (at: ToolPaths) =>
      ytdlpArgs(options, { url, outputDir: at.output, proxyPort: egressProxy.port, maxBytes }),
    outputDir,
    egressProxy,
    limits: toolLimits(maxBytes, watch.remainingMs),
    signal: watch.signal,
  });
}

/** The tool is optional: a desk without it is one that cannot read such links, not one that is broken. */
async function knownOptions(runner: ToolRunner): Promise<YtdlpOptions> {
  try {
    return await probeYtdlpOptions(runner);
  } catch (cause) {
    throw failure(
      'unsupported_url',
      'This link needs yt-dlp, which does not run here.',
      'nothing',
      {},
      { cause },
    );
  }
}

function toolLimits(maxBytes: number, timeoutMs: number): ToolLimits {
  return {
    timeoutMs,
    cpuSeconds: Math.max(30, Math.ceil(timeoutMs / 1000)),
    addressSpaceBytes: 2 * 1024 ** 3,
    fileSizeBytes: Math.max(maxBytes, MAX_INFO_BYTES),
    stdoutBytes: 1024 * 1024,
  };
}

interface Finished {
  readonly url: string;
  readonly outputDir: string;
  readonly result: ToolResult;
  readonly fetch: FetchRequest;
  readonly journal: CaptureJournal;
}

async function capture(run: Finished): Promise<Capture> {
  const { result, fetch, journal, outputDir } = run;
  const file = await mediaFile(outputDir);
  const succeeded = result.record.exitCode === 0 || result.record.exitCode === EXIT_MAX_DOWNLOADS;
  if (!succeeded || file === undefined) {
    const output = `${result.stdout.toString('utf8').slice(-16_384)}\n${result.stderrTail}`;
    throw ytdlpError(classifyYtdlpFailure(output), { exitCode: result.record.exitCode });
  }
  const { missing } = await probeYtdlpOptions(fetch.runner);
  if (missing.length > 0) journal.note(`The installed yt-dlp does not know ${missing.join(', ')}.`);
  const artefacts = await infoArtefacts(outputDir);
  const info = artefacts[0] ? await readInfo(artefacts[0].path) : undefined;
  if (info?.soundLeftOut === true)
    journal.note('The platform offers the sound as a stream of its own, which was not fetched.');
  const media = sniffMedia(await headOf(file));
  const draft = await draftOf(file, fetch);
  const finalUrl = info?.webpageUrl ?? run.url;
  const record = journal.record('platform', draft.sizeBytes, finalUrl);
  if (!media) throw new NotMediaError('What the platform sent is no video or audio.', draft, record);
  return {
    draft,
    fetcher: 'platform',
    record,
    artefacts,
    suggested: media,
    ...(info && { platform: info.platform }),
  };
}

/** The one file that yt-dlp finished; parts of an unfinished one do not count. */
async function mediaFile(outputDir: string): Promise<string | undefined> {
  const names = await readdir(outputDir);
  const found = names.filter(
    (name) => name.startsWith('media') && !/\.(?:json|part|ytdl|temp)$|\.part-Frag/.test(name),
  );
  return found[0] === undefined ? undefined : path.join(outputDir, found[0]);
}

async function infoArtefacts(outputDir: string): Promise<CaptureArtefact[]> {
  const name = (await readdir(outputDir)).find((file) => file.endsWith('.info.json'));
  return name === undefined
    ? []
    : [{ kind: 'info-json', path: path.join(outputDir, name), mediaType: 'application/json' }];
}

async function readInfo(file: string): Promise<YtdlpInfo | undefined> {
  if ((await stat(file)).size > MAX_INFO_BYTES) return undefined;
  return readYtdlpInfo(await readFile(file, 'utf8'));
}

async function headOf(file: string): Promise<Buffer> {
  await using handle = await open(file, 'r');
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}

/** Hashes the file into a draft and removes it: the scratch folder would else hold the clip twice as long. */
async function draftOf(file: string, fetch: FetchRequest) {
  const writer = await DraftWriter.begin(fetch.store, fetch.limits.maxBytes);
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }))
      await writer.write(chunk as Buffer);
    const draft = await writer.finish();
    await rm(file);
    return draft;
  } catch (error) {
    await writer.draft.discard();
    throw error;
  }
}

function typed(error: unknown, watch: FetchWatch): unknown {
  if (watch.signal.aborted) return watch.signal.reason;
  if (!(error instanceof PartError) || error.code !== 'tool_timeout') return error;
  return failure(
    'download_timeout',
    'The download took longer than is allowed.',
    'media_bytes',
    {},
    { cause: error },
  );
}

function tooLarge(maxBytes: number): PartError {
  return failure('too_large', 'The clip is larger than is allowed.', 'media_bytes', { maxBytes });
}
