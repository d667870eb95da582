import { GREY_BYTES } from '../../frames/domain/small-frame.js';
import { BorderFinder } from './border.js';
import { makeLens, WHOLE_GRID, type GridRectangle, type PdqLens, type PixelSize } from './pdq-lens.js';
import { LEAST_QUALITY, PdqHasher } from './pdq.js';
import { SampleList } from './sample-list.js';
import { Thinning } from './thinning.js';
import { VIEWS, type Track, type View } from './track.js';

export interface BuiltTrack {
  /** `whole` for every picture, and `content` where an even border was found around it. */
  readonly track: Track;
  /** Centre crops of the samples that thinning keeps. */
  readonly crops: Track;
}

/** A border is sought in so many pictures together: two seconds, held in 1.3 MB. */
const BLOCK = 20;
/** Every so-manieth of them is looked at for it. */
const LOOK_EVERY = 2;

const CROPS: readonly (readonly [View, number])[] = [
  ['crop95', 0.95],
  ['crop90', 0.9],
  ['crop85', 0.85],
];

/** Turns grey pictures that come one after the other into samples. Memory: one block and 72 bytes a sample. */
export class TrackBuilder {
  readonly #hasher = new PdqHasher();
  readonly #border = new BorderFinder();
  readonly #lenses: LensShelf;
  readonly #dense = new SampleList();
  readonly #crops = new SampleList();
  readonly #thinning = { whole: new Thinning(), content: new Thinning() };
  readonly #block = new Uint8Array(BLOCK * GREY_BYTES);
  readonly #times: number[] = [];
  #inside: GridRectangle | undefined;

  /** @param source size of the upright picture in its own pixels */
  constructor(source: PixelSize) {
    this.#lenses = new LensShelf(source);
  }

  /**
   * @param ptsMs display time, not before the last one's
   * @param grey 256 × 256 bytes; may be overwritten afterwards
   */
  add(ptsMs: number, grey: Uint8Array): void {
    const i = this.#times.length;
    this.#block.set(grey, i * GREY_BYTES);
    if (i % LOOK_EVERY === 0) this.#border.add(this.#greyAt(i));
    this.#times.push(ptsMs);
    if (this.#times.length === BLOCK) this.#endBlock();
  }

  finish(): BuiltTrack {
    this.#endBlock();
    return { track: this.#dense.toTrack(), crops: this.#crops.toTrack() };
  }

  #endBlock(): void {
    if (this.#times.length === 0) return;
    this.#inside = this.#border.finish(this.#inside);
    for (const [i, ptsMs] of this.#times.entries()) this.#sample(ptsMs, this.#greyAt(i), this.#inside);
    this.#times.length = 0;
  }

  #greyAt(i: number): Uint8Array {
    return this.#block.subarray(i * GREY_BYTES, (i + 1) * GREY_BYTES);
  }

  #sample(ptsMs: number, grey: Uint8Array, inside: GridRectangle | undefined): void {
    const time = Math.max(0, Math.round(ptsMs));
    this.#hasher.look(grey, this.#lenses.get(WHOLE_GRID));
    const luma = this.#hasher.meanLuma;
    let isKept = this.#keep({ ptsMs: time, view: 'whole', luma });
    if (inside && !this.#lenses.get(inside).isTooSmall) {
      this.#hasher.look(grey, this.#lenses.get(inside));
      isKept = this.#keep({ ptsMs: time, view: 'content', luma });
    }
    if (isKept) this.#addCrops({ ptsMs: time, luma }, grey, inside ?? WHOLE_GRID);
  }

  /** Adds what the hasher has seen to the dense track; true when it is worth looking for. */
  #keep({ ptsMs, view, luma }: { ptsMs: number; view: 'whole' | 'content'; luma: number }): boolean {
    const { quality } = this.#hasher;
    let isKept = false;
    this.#dense.push({ ptsMs, quality, view: VIEWS.indexOf(view), luma }, (hashes, mirrored, at) => {
      this.#hasher.writeHash(hashes, at);
      this.#hasher.writeMirrored(mirrored, at);
      isKept = this.#thinning[view].isWorthKeeping(quality, hashes, at);
    });
    return isKept;
  }

  /** Nobody looks for a crop's mirror image: it is the copy's own whole picture that is mirrored. */
  #addCrops({ ptsMs, luma }: { ptsMs: number; luma: number }, grey: Uint8Array, of: GridRectangle): void {
    for (const [view, share] of CROPS) {
      this.#hasher.look(grey, this.#lenses.get(centreOf(of, share)));
      const { quality } = this.#hasher;
      if (quality < LEAST_QUALITY) continue;
      this.#crops.push({ ptsMs, quality, view: VIEWS.indexOf(view), luma }, (hashes, _mirrored, at) =>
        this.#hasher.writeHash(hashes, at),
      );
    }
  }
}

function centreOf({ left, top, right, bottom }: GridRectangle, share: number): GridRectangle {
  const x = ((1 - share) * (right - left)) / 2;
  const y = ((1 - share) * (bottom - top)) / 2;
  return { left: left + x, top: top + y, right: right - x, bottom: bottom - y };
}

/** Making a lens costs as much as hashing many pictures; a border that flickers may not fill the memory with them. */
class LensShelf {
  readonly #lenses = new Map<string, PdqLens>();

  constructor(private readonly source: PixelSize) {}

  get(part: GridRectangle): PdqLens {
    const key = `${part.left} ${part.top} ${part.right} ${part.bottom}`;
    const known = this.#lenses.get(key);
    if (known) return known;
    if (this.#lenses.size >= MOST_LENSES) this.#lenses.clear();
    const lens = makeLens(this.source, part);
    this.#lenses.set(key, lens);
    return lens;
  }
}

const MOST_LENSES = 64;

/** The track of pictures that are all at hand. */
export function trackOfGreyFrames(
  frames: Iterable<{ readonly ptsMs: number; readonly grey: Uint8Array }>,
  source: PixelSize,
): BuiltTrack {
  const builder = new TrackBuilder(source);
  for (const { ptsMs, grey } of frames) builder.add(ptsMs, grey);
  return builder.finish();
}
