import type { SoundHit } from '../match-index.js';
import { GrowingWords } from './growing-words.js';
import { MemberRanges } from './member-ranges.js';

/** Entries that share a chain, on average, before there are twice as many chains. */
const CHAIN_LENGTH = 4;
const FIRST_CHAINS_EXPONENT = 12;
/** A word that more have says nothing (silence, a hum, a jingle): it is passed over. */
const MOST_PLACES = 2_048;
/** All words of a question together; the rarer words go first. */
const MOST_VOTES = 2_000_000;
const MOST_HITS = 200;
/** Below, it is chance. */
const LEAST_COMMON = 3;
/** Of a longer question every second word is asked, or every third … */
const MOST_WORDS = 16_384;
/** 2^32 divided by the golden ratio: spreads words that differ in few bits (Knuth, TAOCP vol. 3, 6.4). */
const SPREAD = 0x9e37_79b1;
/** Offsets lie between minus and plus this: 37 hours of words. */
const OFFSET_SPAN = 2 ** 20;

/**
 * The sound of an archive by chromaprint's words: finds where a fingerprint says the same words in the same order. A word
 * that is said again at once counts once.
 */
export class SoundIndex {
  readonly #words = new GrowingWords();
  /** Position in its fingerprint, in words. */
  readonly #positions = new GrowingWords();
  /** The entry before this one in its chain, plus 1; 0 ends it. */
  readonly #before = new GrowingWords();
  readonly #owners = new MemberRanges();
  #exponent = FIRST_CHAINS_EXPONENT;
  #chains = new Uint32Array(2 ** FIRST_CHAINS_EXPONENT);

  get count(): number {
    return this.#words.length;
  }

  add(fingerprintId: number, words: Uint32Array): void {
    this.#owners.begin(fingerprintId, this.#words.length);
    for (const [position, word] of words.entries()) {
      if (position >= OFFSET_SPAN) return;
      if (word === words[position - 1]) continue;
      if (this.#words.length >= CHAIN_LENGTH * this.#chains.length) this.#doubleChains();
      this.#words.push(word);
      this.#positions.push(position);
      this.#before.push(0);
      this.#link(this.#words.length - 1);
    }
  }

  /** The fingerprints with the most words in common at one offset, at most 200. */
  search(words: Uint32Array): SoundHit[] {
    const found = this.#votes(words);
    const best = new Map<number, { common: number; offset: number }>();
    for (let i = 0, next = 0; i < found.length; i = next) {
      while (next < found.length && found[next] === found[i]) next += 1;
      const place = Math.floor(found[i]! / (2 * OFFSET_SPAN));
      const offset = (found[i]! % (2 * OFFSET_SPAN)) - OFFSET_SPAN;
      if (next - i > (best.get(place)?.common ?? LEAST_COMMON - 1))
        best.set(place, { common: next - i, offset });
    }
    return [...best]
      .toSorted(([a, left], [b, right]) => right.common - left.common || a - b)
      .slice(0, MOST_HITS)
      .map(([place, hit]) => ({ fingerprintId: this.#owners.id(place), ...hit }));
  }

  /** A sorted list of who (fingerprint and offset) says a word of ours, once for each word. */
  #votes(words: Uint32Array): Float64Array {
    const asked = thinned(
      [...words.entries()].filter(([at, word]) => at < OFFSET_SPAN && word !== words[at - 1]),
    )
      .map(([position, word]) => ({ position, word, places: this.#entriesOf(word, () => {}) }))
      .toSorted((a, b) => a.places - b.places || a.position - b.position);
    const votes: number[] = [];
    for (const { position, word, places } of asked) {
      if (votes.length + places > MOST_VOTES) break;
      if (places > MOST_PLACES) continue;
      this.#entriesOf(word, (entry) => {
        const offset = this.#positions.get(entry) - position + OFFSET_SPAN;
        votes.push(this.#owners.placeOf(entry) * 2 * OFFSET_SPAN + offset);
      });
    }
    return Float64Array.from(votes).sort();
  }

  /** How many entries have this word; more than `MOST_PLACES` when its chain is too long to look through. */
  #entriesOf(word: number, visit: (entry: number) => void): number {
    let count = 0;
    let steps = 0;
    for (let link = this.#chains[this.#chainOf(word)]!; link !== 0; link = this.#before.get(link - 1)) {
      if ((steps += 1) > MOST_PLACES) return steps;
      if (this.#words.get(link - 1) !== word) continue;
      count += 1;
      visit(link - 1);
    }
    return count;
  }

  #chainOf(word: number): number {
    return Math.imul(word, SPREAD) >>> (32 - this.#exponent);
  }

  #link(entry: number): void {
    const chain = this.#chainOf(this.#words.get(entry));
    this.#before.set(entry, this.#chains[chain]!);
    this.#chains[chain] = entry + 1;
  }

  #doubleChains(): void {
    this.#exponent += 1;
    this.#chains = new Uint32Array(2 ** this.#exponent);
    for (let entry = 0; entry < this.#words.length; entry += 1) this.#link(entry);
  }
}

function thinned<T>(items: readonly T[]): T[] {
  const step = Math.ceil(items.length / MOST_WORDS);
  return items.filter((_, i) => i % step === 0);
}
