import { spawnSync } from 'node:child_process';
import { TrackBuilder } from '../../src/analysis/stages/fingerprint/domain/track-builder.js';
import {
  encodeIndexRecords,
  type IndexRecord,
} from '../../src/analysis/stages/fingerprint/domain/index-records.js';
import type { Track } from '../../src/analysis/stages/fingerprint/domain/track.js';
import { recordsOf } from '../../src/analysis/stages/fingerprint/domain/records-of.js';
import { withCrops } from '../../src/analysis/stages/match/domain/with-crops.js';
import { greyFilters } from '../../src/media/frame-pass-graph.js';

const GREY_BYTES = 256 * 256;

export interface ClipTrack {
  /** Dense, with the crops of the kept samples. */
  readonly track: Track;
  readonly records: readonly IndexRecord[];
}

/** The track of a trusted clip with square pixels, sampled by the very filters of the frames pass. */
export function trackOfClip(path: string): ClipTrack {
  const sized = spawnSync(
    'ffprobe',
    ['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'stream=width,height', '-of', 'csv=p=0', path],
    { encoding: 'utf8' },
  );
  const [width, height] = sized.stdout.trim().split(',').map(Number);
  if (!width || !height) throw new Error(`no picture size: ${sized.stderr}`);
  const filters = greyFilters({ pixelAspect: 1, quarterTurns: 0 });
  const args = ['-nostdin', '-v', 'error', '-i', path, '-an', '-vf', filters, '-fps_mode', 'passthrough'];
  const run = spawnSync('ffmpeg', [...args, '-f', 'rawvideo', 'pipe:1'], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 1024 ** 3,
  });
  const [, greys, stderr, told] = run.output;
  if (run.status !== 0) throw new Error(`ffmpeg failed: ${stderr?.toString()}`);
  const times = [...(told?.toString() ?? '').matchAll(/pts_time:([-0-9.]+)/g)].map((match) =>
    Number(match[1]),
  );
  const builder = new TrackBuilder({ width, height });
  for (const [i, time] of times.entries()) {
    const grey = greys!.subarray(i * GREY_BYTES, (i + 1) * GREY_BYTES);
    if (grey.length === GREY_BYTES) builder.add((time - times[0]!) * 1000, grey);
  }
  const built = builder.finish();
  const records = recordsOf(built.track, built.crops);
  return { records, track: withCrops(built.track, encodeIndexRecords(records)) };
}
