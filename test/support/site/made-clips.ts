import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The site's own clips: a test card with a tone, 2 s, 320×240, 25 fps, the same bytes each time on one ffmpeg. */
export interface MadeClips {
  readonly folder: string;
  /** H.264 and AAC in MP4, index in front. */
  readonly mp4: Buffer;
  remove(): Promise<void>;
}

const SOURCE = `-f lavfi -i testsrc2=size=320x240:rate=25:duration=2 -f lavfi -i sine=frequency=440:duration=2
  -c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 25 -threads 1 -c:a aac -b:a 32k -bitexact -map_metadata -1`.split(
  /\s+/,
);

export async function makeClips(): Promise<MadeClips> {
  const folder = await mkdtemp(path.join(tmpdir(), 'sightline-site-'));
  const ffmpeg = (args: readonly string[]) =>
    run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-nostdin', '-hide_banner', '-v', 'error', ...args], {
      cwd: folder,
      timeout: 60_000,
    });
  await ffmpeg([...SOURCE, '-movflags', '+faststart', 'clip.mp4']);
  const copy = ['-i', 'clip.mp4', '-c', 'copy', '-bitexact'];
  await ffmpeg([
    ...copy,
    '-f',
    'hls',
    '-hls_time',
    '1',
    '-hls_playlist_type',
    'vod',
    '-hls_flags',
    'single_file',
    'media.m3u8',
  ]);
  await writeFile(
    path.join(folder, 'master.m3u8'),
    '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=800000,RESOLUTION=320x240,CODECS="avc1.42c00d,mp4a.40.2"\nmedia.m3u8\n',
  );
  return {
    folder,
    mp4: await readFile(path.join(folder, 'clip.mp4')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
