import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { TransientError } from '../../../shared/errors.js';
import { MatchRepository } from '../../matches/match.repository.js';
import { madeTrack, wanderingScene } from './domain/testing/made-tracks.js';
import { MatchDesk } from './testing/match-desk.js';
import { SmallIndex } from './testing/small-index.js';

let desk: MatchDesk;
const matches = new MatchRepository();

beforeAll(async () => {
  desk = await MatchDesk.create();
});
afterAll(() => desk.close());

let made = 0;
const unlike = () => `bytes ${(made += 1)}`;
const listed = async (clipId: string) =>
  (await matches.list(desk.handle.db, clipId, { limit: 200 })).map(({ otherClipId, kind, alignment }) => ({
    otherClipId,
    kind,
    ...alignment,
  }));
const decide = (id: string, state: 'confirmed' | 'rejected') =>
  desk.handle.db
    .transaction()
    .execute((tx) => matches.decide(tx, id, { state, rationale: 'seen (invented)', by: desk.userId }));
const eventsOf = async (clipId: string, action: string) => {
  const rows = await desk.handle.db
    .selectFrom('custody_event')
    .select('canonical')
    .where('clip_id', '=', clipId)
    .where('action', '=', action)
    .execute();
  return rows.length;
};

/** A clip of five seconds of a scene, with its fingerprint. */
async function footage(seed: number, take: object = {}): Promise<{ bytes: string; clipId: string }> {
  const bytes = unlike();
  const scene = wanderingScene(seed, 60);
  await desk.addFingerprint(
    bytes,
    madeTrack([{ scene, fromMs: 0, lengthMs: 5_000, ...take }], { seed: made }),
  );
  return { bytes, clipId: await desk.addClip(bytes) };
}

class AbsentIndex extends SmallIndex {
  override searchFrames(): never {
    throw new TransientError('internal', 'The match index cannot be reached.');
  }
}

describe('clips with the same bytes', () => {
  it('match whether or not their pictures could be taken, and say when those could not be compared', async () => {
    const bytes = unlike();
    const [one, two] = [await desk.addClip(bytes), await desk.addClip(bytes)];
    expect(await desk.match(one)).toMatchObject({ state: 'complete', outcome: 'found' });
    expect(await listed(two)).toEqual([
      {
        otherClipId: one,
        kind: 'same_file',
        mirrored: false,
        speed: 1,
        score: 1,
        coverage: 1,
        otherCoverage: 1,
        segments: [],
      },
    ]);
    expect(await desk.match(await desk.addClip(unlike()))).toMatchObject({
      outcome: 'inconclusive',
      warnings: [expect.stringContaining('Pictures were not compared')],
    });
  });

  it('are told to both chains once, however often the part runs', async () => {
    const bytes = unlike();
    const [one, two] = [await desk.addClip(bytes), await desk.addClip(bytes)];
    await desk.match(one);
    await desk.match(two);
    await desk.match(one);
    expect([await eventsOf(one, 'match.found'), await eventsOf(two, 'match.found')]).toEqual([1, 1]);
  });

  it('all find each other when they are searched for at the same time', async () => {
    const bytes = unlike();
    const clips = await Promise.all(Array.from({ length: 6 }, () => desk.addClip(bytes)));
    await Promise.all(clips.map((clipId) => desk.match(clipId)));
    for (const clipId of clips) {
      const others = clips.filter((other) => other !== clipId);
      expect((await listed(clipId)).map(({ otherClipId }) => otherClipId).toSorted()).toEqual(
        others.toSorted(),
      );
    }
  });

  it('are bounded: of ten thousand the fifty earliest known are told of', async () => {
    const bytes = unlike();
    const own = await desk.addClip(bytes);
    const early = await desk.addClip(bytes, { postTime: '2015-06-01T00:00:00.000Z' });
    await desk.asOwner(sql`
      insert into clip (id, case_id, created_by, original_sha256)
      select gen_random_uuid(), case_id, created_by, original_sha256
      from clip, generate_series(1, 10000) where clip.id = ${own}`);
    const ended = await desk.match(own);
    expect(ended.warnings).toContainEqual(expect.stringContaining('More than 50 other clips'));
    const found = await listed(own);
    expect(found).toHaveLength(50);
    expect(found.map(({ otherClipId }) => otherClipId)).toContain(early);
  });
});

describe('clips that share pictures', () => {
  it('match with the stretches that agree, told from either side', async () => {
    const long = await footage(1, { lengthMs: 10_000 });
    const part = await footage(1, { fromMs: 5_000, lengthMs: 5_000, mirrored: true, noiseBits: 4 });
    await desk.match(part.clipId);
    const [seen] = await listed(part.clipId);
    expect(seen).toMatchObject({ otherClipId: long.clipId, kind: 'same_footage', mirrored: true });
    expect(seen?.coverage).toBeGreaterThan(0.9);
    expect(seen?.otherCoverage).toBeCloseTo(0.5, 1);
    const [other] = await listed(long.clipId);
    expect(other).toMatchObject({ otherClipId: part.clipId, coverage: seen?.otherCoverage });
    expect(other?.segments[0]?.startMs).toBeCloseTo(5_000, -3);
    expect(other?.segments[0]?.otherStartMs).toBeLessThan(500);
  });

  it('all find each other when they are searched for at the same time', async () => {
    const clips = await Promise.all(Array.from({ length: 4 }, () => footage(2, { noiseBits: 3 })));
    await Promise.all(clips.map(({ clipId }) => desk.match(clipId)));
    for (const { clipId } of clips) {
      const others = clips.map((other) => other.clipId).filter((other) => other !== clipId);
      expect((await listed(clipId)).map(({ otherClipId }) => otherClipId).toSorted()).toEqual(
        others.toSorted(),
      );
    }
  });

  it('are not told of when none does, nor is a clip a match of itself', async () => {
    const { clipId } = await footage(3);
    expect(await desk.match(clipId)).toMatchObject({ outcome: 'not_found', warnings: [] });
    expect(await listed(clipId)).toEqual([]);
  });

  it('are only the same file when their bytes are the same', async () => {
    const { bytes, clipId } = await footage(4);
    await desk.addClip(bytes);
    await desk.match(clipId);
    expect((await listed(clipId)).map(({ kind }) => kind)).toEqual(['same_file']);
  });

  it('keep their ids and what people decided when the search is run again', async () => {
    const one = await footage(5);
    const two = await footage(5, { noiseBits: 2 });
    await desk.match(one.clipId);
    const [before] = await matches.list(desk.handle.db, one.clipId, { limit: 2 });
    await decide(before?.id ?? '', 'rejected');
    await desk.match(one.clipId);
    await desk.match(two.clipId);
    const after = await matches.list(desk.handle.db, one.clipId, { limit: 2 });
    expect(after).toEqual([expect.objectContaining({ id: before?.id, state: 'rejected' })]);
  });

  it('are dropped when a new look does not bear them out, but not once somebody has decided', async () => {
    const one = await footage(6);
    const two = await footage(6, { noiseBits: 2 });
    const three = await footage(6, { noiseBits: 2 });
    await desk.match(one.clipId);
    const third = (await matches.list(desk.handle.db, three.clipId, { limit: 2 }))[0];
    await decide(third?.id ?? '', 'confirmed');
    for (const [seed, { bytes }] of [two, three].entries()) {
      await desk.removeFingerprint(bytes);
      await desk.addFingerprint(
        bytes,
        madeTrack([{ scene: wanderingScene(60 + seed, 60), fromMs: 0, lengthMs: 5_000 }]),
      );
    }
    await desk.match(one.clipId);
    expect((await listed(one.clipId)).map(({ otherClipId }) => otherClipId)).toEqual([three.clipId]);
    expect(await eventsOf(two.clipId, 'match.dropped')).toBe(1);
    expect(await eventsOf(three.clipId, 'match.dropped')).toBe(0);
  });
});

describe('clips that share sound alone', () => {
  const words = Uint32Array.from({ length: 200 }, (_, i) => Math.imul(i + 1, 2_654_435_761));

  it('match as such', async () => {
    const [mine, theirs] = [unlike(), unlike()];
    await desk.addFingerprint(
      mine,
      madeTrack([{ scene: wanderingScene(7, 60), fromMs: 0, lengthMs: 20_000 }]),
      words,
    );
    await desk.addFingerprint(
      theirs,
      madeTrack([{ scene: wanderingScene(8, 60), fromMs: 0, lengthMs: 20_000 }]),
      words,
    );
    const [one, two] = [await desk.addClip(mine), await desk.addClip(theirs)];
    await desk.match(one);
    expect(await listed(two)).toEqual([
      expect.objectContaining({ otherClipId: one, kind: 'same_sound', score: 1 }),
    ]);
  });
});

describe('while the match index cannot be reached', () => {
  it('the search is tried again; at last it fails openly and keeps what the bytes alone tell', async () => {
    const { bytes, clipId } = await footage(9);
    const copy = await desk.addClip(bytes);
    const index = new AbsentIndex(desk.handle.db);
    await expect(desk.match(clipId, { index })).rejects.toThrow(TransientError);
    expect(await desk.match(clipId, { index, lastTry: true })).toMatchObject({
      state: 'failed',
      error: { code: 'internal', retryable: true },
    });
    expect((await listed(copy)).map(({ otherClipId }) => otherClipId)).toEqual([clipId]);
  });
});

describe('a clip without pictures that could be told from others', () => {
  it('is inconclusive and says so', async () => {
    const bytes = unlike();
    const flat = madeTrack([{ scene: wanderingScene(10, 60), fromMs: 0, lengthMs: 5_000, quality: 10 }]);
    await desk.addFingerprint(bytes, flat);
    expect(await desk.match(await desk.addClip(bytes))).toMatchObject({
      outcome: 'inconclusive',
      warnings: [expect.stringContaining('No picture of this clip')],
    });
  });
});

it('checks of both clips look again once something new is found', async () => {
  const bytes = unlike();
  const [one, two] = [await desk.addClip(bytes), await desk.addClip(bytes)];
  await desk.match(one);
  const rows = await desk.handle.db
    .selectFrom('outbox')
    .select('payload')
    .where('event', '=', 'facts.changed')
    .execute();
  const told = rows.map(({ payload }) => (payload as { clipId: string }).clipId);
  expect(told).toEqual(expect.arrayContaining([one, two]));
});
