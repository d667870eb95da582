import { emptyRoot, HASH_BYTES, nodeHash } from './merkle-hash.js';

/** What a verifier knows of a tree. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** RFC 9162 §2.1.3.2. Never throws: a malformed proof is a wrong one. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  tree: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  if (!isSize(index) || !isSize(tree.size) || index >= tree.size || !areHashes(proof)) return false;
  let at = index;
  let last = tree.size - 1;
  let hash: Uint8Array = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(hash, tree.root);
}

/** RFC 9162 §2.1.4.2: is `older` the beginning of `newer`? Every tree begins with the empty one. Never throws. */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (!isSize(older.size) || !isSize(newer.size) || older.size > newer.size || !areHashes(proof))
    return false;
  if (older.size === newer.size) return proof.length === 0 && equal(older.root, newer.root);
  if (older.size === 0) return proof.length === 0 && equal(older.root, emptyRoot());
  let at = older.size - 1;
  let last = newer.size - 1;
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  // An older tree that is a whole subtree is its own first node, and the proof leaves it out.
  const [first, ...rest] = at === 0 ? [older.root, ...proof] : proof;
  if (first === undefined) return false;
  let olderHash: Uint8Array = first;
  let newerHash: Uint8Array = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      olderHash = nodeHash(sibling, olderHash);
      newerHash = nodeHash(sibling, newerHash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newerHash = nodeHash(newerHash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equal(olderHash, older.root) && equal(newerHash, newer.root);
}

const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;
const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const areHashes = (proof: readonly Uint8Array[]): boolean =>
  proof.every((hash) => hash.length === HASH_BYTES);
const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
