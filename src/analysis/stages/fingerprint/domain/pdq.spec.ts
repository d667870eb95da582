import { describe, expect, it } from '@jest/globals';
import { GREY_BYTES, GREY_SIDE } from '../../frames/domain/small-frame.js';
import { makeLens, type PixelSize } from './pdq-lens.js';
import { PdqHasher } from './pdq.js';
import { hammingDistance } from './thinning.js';
import { blobs, picture, randomFrom, turnedLeftToRight } from '../testing/pictures.js';
import { plainPdq } from '../testing/plain-pdq.js';

interface Hashed {
  readonly hash: Uint8Array;
  readonly mirrored: Uint8Array;
  readonly quality: number;
  readonly meanLuma: number;
}

function hashOf(grey: Uint8Array, source: PixelSize = { width: 640, height: 360 }): Hashed {
  const hasher = new PdqHasher();
  const hash = new Uint8Array(32);
  const mirrored = new Uint8Array(32);
  hasher.look(grey, makeLens(source));
  hasher.writeHash(hash, 0);
  hasher.writeMirrored(mirrored, 0);
  return { hash, mirrored, quality: hasher.quality, meanLuma: hasher.meanLuma };
}

const bitsSet = (hash: Uint8Array): number => hammingDistance(hash, 0, new Uint8Array(32), 0);

describe('PDQ', () => {
  it('sets half of its bits on a picture with structure', () => {
    const { hash, quality } = hashOf(blobs(1));
    expect(bitsSet(hash)).toBe(128);
    expect(quality).toBeGreaterThanOrEqual(50);
  });

  it('gives the mirror image’s hash without making the mirror image', () => {
    const grey = blobs(2);
    const turned = hashOf(turnedLeftToRight(grey));
    // Not 0: PDQ's windows of an even number of pixels reach one pixel further to one side.
    expect(hammingDistance(hashOf(grey).mirrored, 0, turned.hash, 0)).toBeLessThanOrEqual(10);
  });

  it('hardly moves when the picture is made brighter or paler', () => {
    const grey = blobs(3);
    const paler = grey.map((value) => 40 + value * 0.7);
    expect(hammingDistance(hashOf(grey).hash, 0, hashOf(paler).hash, 0)).toBeLessThanOrEqual(8);
  });

  it('tells pictures apart', () => {
    const distances = [4, 5, 6, 7].map((seed) =>
      hammingDistance(hashOf(blobs(seed)).hash, 0, hashOf(blobs(8)).hash, 0),
    );
    expect(Math.min(...distances)).toBeGreaterThan(80);
  });

  it.each([
    [0, 0],
    [255, 255],
    [119, 119],
  ])('finds no quality in an even picture of %i, and its light', (value, luma) => {
    expect(hashOf(new Uint8Array(GREY_BYTES).fill(value))).toMatchObject({ quality: 0, meanLuma: luma });
  });

  it('gives nothing for a picture two pixels wide, as Meta’s does', () => {
    expect(hashOf(blobs(9), { width: 2, height: 700 })).toMatchObject({
      quality: 0,
      hash: new Uint8Array(32),
    });
  });

  it.each([
    [5, 5],
    [40, 256],
    [1080, 1920],
    [8192, 4320],
    [7680, 5],
  ])('hashes what was %i × %i pixels', (width, height) => {
    const { hash, quality } = hashOf(blobs(10), { width, height });
    expect(bitsSet(hash)).toBe(128);
    expect(quality).toBeGreaterThan(50);
  });

  it.each([
    [1280, 720],
    [1920, 1080],
    [7680, 60],
  ])('is to the bit what the plain sums of %i × %i pixels are, with crops and grain', (width, height) => {
    const random = randomFrom(width);
    const parts = [undefined, { left: 6.4, top: 6.4, right: 249.6, bottom: 249.6 }];
    const grainy = blobs(12).map((value) => Math.min(255, Math.max(0, value + 20 * random() - 10)));
    for (const part of parts) {
      const lens = makeLens({ width, height }, part);
      const hasher = new PdqHasher();
      const [hash, mirrored] = [new Uint8Array(32), new Uint8Array(32)];
      hasher.look(grainy, lens);
      hasher.writeHash(hash, 0);
      hasher.writeMirrored(mirrored, 0);
      expect({ hash, mirrored }).toEqual(plainPdq(grainy, lens));
    }
  });

  it('refuses what is no grey frame', () => {
    expect(() => hashOf(new Uint8Array(100))).toThrow(RangeError);
  });
});

describe('a lens', () => {
  it.each([5, 240, 480, 720, 1080, 4320])('weighs %i pixels to one, at every place', (side) => {
    const { rows } = makeLens({ width: 100, height: side });
    for (let i = 0; i < 64; i += 1) {
      const weights = rows.weights.subarray(i * rows.length, (i + 1) * rows.length);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      expect(rows.first[i]! + rows.length).toBeLessThanOrEqual(GREY_SIDE);
    }
  });

  it('reads nothing outside of its part', () => {
    const part = { left: 30.5, top: 64, right: 200, bottom: 192 };
    const shown = blobs(11);
    const inside = picture((x, y) =>
      x >= 30 && x < 200 && y >= 64 && y < 192 ? shown[y * GREY_SIDE + x]! : 0,
    );
    const outside = inside.map((value, i) => {
      const x = i % GREY_SIDE;
      const y = Math.floor(i / GREY_SIDE);
      return x >= 30 && x < 200 && y >= 64 && y < 192 ? value : 255;
    });
    const hasher = new PdqHasher();
    const hashes = new Uint8Array(64);
    for (const [i, grey] of [inside, outside].entries()) {
      hasher.look(grey, makeLens({ width: 640, height: 360 }, part));
      hasher.writeHash(hashes, 32 * i);
    }
    expect(hammingDistance(hashes, 0, hashes, 32)).toBe(0);
  });
});
