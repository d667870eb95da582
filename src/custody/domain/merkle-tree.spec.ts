import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';

import { CompactRange } from './compact-range.js';
import { leafHash } from './merkle-hash.js';
import { verifyConsistency, verifyInclusion } from './merkle-proof.js';
import { MerkleTree } from './merkle-tree.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const hexes = (all: readonly Uint8Array[]): string[] => all.map(hex);

/** The reference inputs and answers of the certificate-transparency project's Merkle tree tests (RFC 6962). */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LEAF_1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const NODE_2_3 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const NODE_4_7 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const LEAF_4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const NODE_4_5 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';
const NODE_6_7 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const [ROOT_1, ROOT_2, , ROOT_4] = ROOTS as [string, string, string, string];
const INCLUSION = [
  { leaf: 1, size: 1, path: [] },
  { leaf: 1, size: 8, path: [LEAF_1, NODE_2_3, NODE_4_7] },
  { leaf: 6, size: 8, path: [LEAF_4, NODE_6_7, ROOT_4] },
  { leaf: 3, size: 3, path: [ROOT_2] },
  { leaf: 2, size: 5, path: [ROOT_1, NODE_2_3, LEAF_4] },
];
const CONSISTENCY = [
  { older: 1, newer: 1, path: [] },
  { older: 1, newer: 8, path: [LEAF_1, NODE_2_3, NODE_4_7] },
  { older: 6, newer: 8, path: [NODE_4_5, NODE_6_7, ROOT_4] },
  { older: 2, newer: 5, path: [NODE_2_3, LEAF_4] },
];

const reference = new MerkleTree(ENTRIES.map((entry) => leafHash(Buffer.from(entry, 'hex'))));

function treeOf(size: number): MerkleTree {
  return new MerkleTree(Array.from({ length: size }, (_, i) => leafHash(`entry ${i}`)));
}

function head(tree: MerkleTree, size: number): { size: number; root: Uint8Array } {
  return { size, root: tree.root(size) };
}

describe('the known answers of RFC 6962', () => {
  it('gives the root of no entries', () => {
    expect(hex(new MerkleTree().root())).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it.each(ROOTS.map((root, index) => ({ root, size: index + 1 })))(
    'gives the root of $size entries',
    (known) => {
      expect(hex(reference.root(known.size))).toBe(known.root);
    },
  );

  it.each(INCLUSION)('proves that entry $leaf is in the tree of $size', ({ leaf, size, path }) => {
    expect(hexes(reference.inclusionProof(leaf - 1, size))).toEqual(path);
  });

  it.each(CONSISTENCY)(
    'proves that the tree of $newer grew from that of $older',
    ({ older, newer, path }) => {
      expect(hexes(reference.consistencyProof(older, newer))).toEqual(path);
    },
  );
});

describe('proofs', () => {
  const SIZES = Array.from({ length: 65 }, (_, i) => i + 1);
  const tree = treeOf(65);

  it('hold for every entry of every tree up to 65', () => {
    for (const size of SIZES) {
      for (let index = 0; index < size; index += 1) {
        const proof = tree.inclusionProof(index, size);
        const leaf = leafHash(`entry ${index}`);
        expect(verifyInclusion(leaf, index, head(tree, size), proof)).toBe(true);
        expect(verifyInclusion(leaf, index + 1, head(tree, size), proof)).toBe(false);
        expect(verifyInclusion(leaf, index, head(tree, size), [...proof, leaf])).toBe(false);
        expect(size > 1 && verifyInclusion(leaf, index, head(tree, size), proof.slice(1))).toBe(false);
      }
    }
  });

  it('hold between every two trees up to 65', () => {
    for (const newer of SIZES) {
      for (let older = 0; older <= newer; older += 1) {
        const proof = tree.consistencyProof(older, newer);
        expect(verifyConsistency(head(tree, older), head(tree, newer), proof)).toBe(true);
        expect(verifyConsistency(head(tree, older), head(tree, newer), [...proof, leafHash('x')])).toBe(
          false,
        );
      }
    }
  });

  it('never accept a forged one', () => {
    const size = fc.integer({ min: 2, max: 65 });
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), (newer, pick, where, flip) => {
        const older = 1 + (pick % (newer - 1));
        const index = pick % newer;
        const forge = (proof: Uint8Array[]): Uint8Array[] => {
          const at = where % (proof.length * 32);
          return proof.map((hash, i) => {
            const copy = Uint8Array.from(hash);
            if (i === Math.floor(at / 32)) copy[at % 32] = (copy[at % 32] ?? 0) ^ flip;
            return copy;
          });
        };
        const inclusion = forge(tree.inclusionProof(index, newer));
        const consistency = forge(tree.consistencyProof(older, newer));
        return (
          !verifyInclusion(leafHash(`entry ${index}`), index, head(tree, newer), inclusion) &&
          !verifyConsistency(head(tree, older), head(tree, newer), consistency) &&
          !verifyConsistency(
            { size: older, root: leafHash('other') },
            head(tree, newer),
            tree.consistencyProof(older, newer),
          )
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('are refused, not thrown at, when malformed', () => {
    const short = [new Uint8Array(31)];
    expect(verifyInclusion(leafHash('entry 0'), 0, head(tree, 2), short)).toBe(false);
    expect(verifyInclusion(leafHash('entry 0'), -1, head(tree, 2), [])).toBe(false);
    expect(verifyInclusion(leafHash('entry 0'), 0.5, head(tree, 2), [])).toBe(false);
    expect(verifyConsistency(head(tree, 3), head(tree, 2), [])).toBe(false);
    expect(verifyConsistency(head(tree, 2), head(tree, 3), [])).toBe(false);
  });
});

describe('CompactRange', () => {
  it('gives the same root as the whole tree, also after a pause at any size', () => {
    const tree = treeOf(200);
    let range = CompactRange.empty();
    for (let size = 0; size <= 200; size += 1) {
      expect(hex(range.root())).toBe(hex(tree.root(size)));
      range = CompactRange.fromBytes(size, range.toBytes());
      range.append(leafHash(`entry ${size}`));
    }
  });

  it('refuses bytes that do not fit the size', () => {
    expect(() => CompactRange.fromBytes(3, new Uint8Array(32))).toThrow(RangeError);
    expect(() => CompactRange.fromBytes(-1, new Uint8Array())).toThrow(RangeError);
  });
});
