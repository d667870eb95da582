import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ToolName } from './tool.js';

/** Arguments that make each tool print its version, and nothing else, and end. */
export const VERSION_ARGS: Readonly<Record<ToolName, readonly string[]>> = {
  ffmpeg: ['-version'],
  ffprobe: ['-version'],
  exiftool: ['-ver'],
  'yt-dlp': ['--version'],
  tesseract: ['--version'],
  node: ['--version'],
};

/** CVE-2026-8461 (MagicYUV heap write) is fixed from these versions on, by branch; newer branches are born fixed. */
const FFMPEG_FIXED = [
  [5, 1, 10],
  [6, 1, 6],
  [7, 1, 5],
  [8, 1, 2],
] as const;

const YTDLP_MAX_AGE_DAYS = 45;
const DAY_MS = 86_400_000;

/**
 * A sentence when the tool's version is known to be too old, undefined otherwise. It warns and never blocks: a distribution
 * may have patched an old number, and the codec allow-list keeps the MagicYUV decoder shut.
 */
export function versionWarning(tool: ToolName, version: string, now: Date): string | undefined {
  if (tool === 'yt-dlp') return ytdlpWarning(version, now);
  return tool === 'ffmpeg' || tool === 'ffprobe' ? ffmpegWarning(tool, version) : undefined;
}

function ffmpegWarning(tool: string, version: string): string | undefined {
  const numbers = /version n?(\d+)\.(\d+)(?:\.(\d+))?/.exec(version);
  if (!numbers) return `The version of ${tool} cannot be read from "${version}".`;
  const [major, minor, patch] = [1, 2, 3].map((group) => Number(numbers[group] ?? 0)) as [
    number,
    number,
    number,
  ];
  const branch = FFMPEG_FIXED.find((fixed) => fixed[0] === major);
  const isFixed = branch ? minor > branch[1] || (minor === branch[1] && patch >= branch[2]) : major > 8;
  if (isFixed) return undefined;
  return `${tool} ${major}.${minor}.${patch} is older than the versions that fix CVE-2026-8461 (5.1.10, 6.1.6, 7.1.5, 8.1.2); the codec allow-list keeps that decoder closed unless CODEC_POLICY is "all".`;
}

function ytdlpWarning(version: string, now: Date): string | undefined {
  const date = /^(\d{4})\.(\d{1,2})\.(\d{1,2})/.exec(version);
  if (!date) return `The version of yt-dlp cannot be read from "${version}".`;
  const releasedMs = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3]));
  const ageDays = Math.floor((now.getTime() - releasedMs) / DAY_MS);
  if (ageDays <= YTDLP_MAX_AGE_DAYS) return undefined;
  return `yt-dlp ${version} is ${ageDays} days old: platforms change monthly, and so do its security fixes. Set YTDLP_PATH to a newer one.`;
}

/** SHA-256 of a file of any size, streamed. */
export async function fileSha256Hex(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
