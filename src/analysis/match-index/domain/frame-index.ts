import { INDEX_RECORD_BYTES } from '../../stages/fingerprint/domain/index-records.js';
import { VIEWS } from '../../stages/fingerprint/domain/track.js';
import type { IndexHit } from '../match-index.js';
import { GrowingWords } from './growing-words.js';
import { HASH_BYTES, HashIndex } from './hash-index.js';
import { MemberRanges } from './member-ranges.js';

const RECORD_WORDS = INDEX_RECORD_BYTES / 4;
const TIME_WORD = HASH_BYTES / 4;
const VIEW_BITS = 3;
/** In milliseconds: 149 hours. */
const LATEST_MS = 2 ** (32 - VIEW_BITS) - 1;

if (VIEWS.length > 2 ** VIEW_BITS) throw new Error(`${VIEWS.length} views need more than ${VIEW_BITS} bits`);

/** The frames of an archive: which fingerprint has a picture like this one, and when. */
export class FrameIndex {
  readonly #hashes = new HashIndex();
  /** Time and view of each record. */
  readonly #moments = new GrowingWords();
  readonly #owners = new MemberRanges();

  get count(): number {
    return this.#hashes.count;
  }

  /** @param records packed (`encodeIndexRecords`). @throws RangeError when they are not whole, or too many. */
  add(fingerprintId: number, records: Uint8Array): void {
    if (records.length % INDEX_RECORD_BYTES !== 0) throw new RangeError('a record is cut off');
    const count = records.length / INDEX_RECORD_BYTES;
    // A copy: what arrives lies anywhere in a buffer, and 32-bit words must lie at multiples of four.
    const words = new Uint32Array(new Uint8Array(records).buffer);
    const first = this.#hashes.count;
    this.#hashes.add(words, count, RECORD_WORDS);
    this.#owners.begin(fingerprintId, first);
    for (let i = 0; i < count; i += 1) {
      const timeMs = Math.min(words[i * RECORD_WORDS + TIME_WORD]!, LATEST_MS);
      const view = (words[i * RECORD_WORDS + TIME_WORD + 1]! >>> 8) & (2 ** VIEW_BITS - 1);
      this.#moments.push(timeMs * 2 ** VIEW_BITS + view);
    }
  }

  /** To be called when what was there to add has been added. */
  settle(): void {
    this.#hashes.settle();
  }

  /** Hits of hash number `query` of `hashes`, the nearest first. */
  search(hashes: Uint8Array, query: number, radius: number, most: number): IndexHit[] {
    return this.#hashes.search(hashes, query * HASH_BYTES, radius, most).map(({ record, distance }) => {
      const moment = this.#moments.get(record);
      return {
        query,
        fingerprintId: this.#owners.id(this.#owners.placeOf(record)),
        ptsMs: moment >>> VIEW_BITS,
        view: moment & (2 ** VIEW_BITS - 1),
        distance,
      };
    });
  }
}
