import { HASH_BYTES, type Track } from '../../fingerprint/domain/track.js';
import { FIRST_CROP_VIEW, seriesOf, spread, thinned } from './series.js';

/** One hash that the match index is asked for. */
export interface QueryFrame {
  readonly ptsMs: number;
  /** Index into `VIEWS`. */
  readonly view: number;
  /** The hash is that of the picture turned left to right. */
  readonly mirrored: boolean;
}

export interface FrameQueries {
  readonly frames: readonly QueryFrame[];
  /** 32 bytes each, in the order of `frames`. */
  readonly hashes: Uint8Array;
}

/** How the index is asked. */
export interface Look {
  readonly radius: number;
  /** Pictures asked for, each both ways round. */
  readonly samples: number;
  readonly mostHitsPerHash: number;
}

/**
 * First many pictures within the exact radius; then a few in a wide one, at which large logos and captions still match.
 * The wide look reads the whole index for each hash (25 ms in 10 million), hence so few; what it finds counts only
 * together with agreement over time.
 */
export const LOOKS: readonly Look[] = [
  { radius: 31, samples: 100, mostHitsPerHash: 400 },
  { radius: 60, samples: 16, mostHitsPerHash: 200 },
];

/** Of the pictures asked for: the most that may be centre crops, which find the copies that were uploaded uncut. */
const SHARE_OF_CROPS = 0.4;

/** Pictures worth asking for, spread over the clip: those that differ from the one before, none that is flat. */
export function chooseQueries(track: Track, { samples }: Pick<Look, 'samples'>): FrameQueries {
  const { views } = seriesOf(track);
  const full = views.filter(({ view }) => view < FIRST_CROP_VIEW).flatMap(pictures);
  const crops = views.filter(({ view }) => view >= FIRST_CROP_VIEW).flatMap(pictures);
  const fewCrops = spread(crops.toSorted(byTime), Math.floor(samples * SHARE_OF_CROPS));
  const few = [...spread(full.toSorted(byTime), samples - fewCrops.length), ...fewCrops];
  const frames: QueryFrame[] = [];
  const hashes = new Uint8Array(2 * few.length * HASH_BYTES);
  for (const { ptsMs, view, words, mirroredWords } of few) {
    hashes.set(bytesOf(words), frames.length * HASH_BYTES);
    frames.push({ ptsMs, view, mirrored: false });
    hashes.set(bytesOf(mirroredWords), frames.length * HASH_BYTES);
    frames.push({ ptsMs, view, mirrored: true });
  }
  return { frames, hashes };
}

interface Picture {
  readonly ptsMs: number;
  readonly view: number;
  readonly words: Uint32Array;
  readonly mirroredWords: Uint32Array;
}

function pictures(series: ReturnType<typeof seriesOf>['views'][number]): Picture[] {
  return thinned(series).map((i) => ({
    ptsMs: series.times[i]!,
    view: series.view,
    words: series.words.subarray(i * 8, i * 8 + 8),
    mirroredWords: series.mirrored.subarray(i * 8, i * 8 + 8),
  }));
}

function byTime(a: Picture, b: Picture): number {
  return a.ptsMs - b.ptsMs || a.view - b.view;
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}
