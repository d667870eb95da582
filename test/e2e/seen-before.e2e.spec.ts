import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MadeMedia } from '../../src/media/testing/made-media.js';
import { describeRealClips } from '../../src/media/testing/real-clips.js';
import { DeskDriver, type ClipStatusBody } from '../support/desk.js';

/** Old footage with a new caption. Posts, accounts and statements are invented; the village's place is its real one. */
const VILLAGE = {
  statement: 'graveyard in Khan al-Sebel',
  place: 'Khan al-Sebel',
  lat: 35.76,
  lon: 36.76,
  radiusM: 3000,
};
const FEBRUARY = {
  statement: 'filmed on 8 or 9 February 2020',
  earliest: '2020-02-08T00:00:00Z',
  latest: '2020-02-09T23:59:59Z',
  timezone: 'Asia/Damascus',
};
const MIDNIGHT = {
  statement: 'filmed about midnight',
  earliest: '2020-02-08T21:45:00Z',
  latest: '2020-02-08T22:30:00Z',
  timezone: 'Asia/Damascus',
};
const POSTED = new Date('2015-06-01T10:00:00Z');

interface Finding {
  readonly id: string;
  readonly claimId: string | null;
  readonly rule: string | null;
  readonly ruleVersion: string | null;
  readonly stance: string;
  readonly summary: string;
  readonly detail: unknown;
  readonly evidence: readonly { kind: string; ref?: string }[];
}
interface Match {
  readonly id: string;
  readonly clipId: string;
  readonly kind: string;
  readonly mirrored: boolean;
  readonly state: string;
  readonly segments: readonly Record<'startMs' | 'endMs' | 'otherStartMs' | 'otherEndMs', number>[];
}

describeRealClips('old footage with a new caption', (folder) => {
  let desk: DeskDriver;
  let media: MadeMedia;
  let original: { id: string };
  let reused: ClipStatusBody & { verification?: string };

  beforeAll(async () => {
    [desk, media] = await Promise.all([DeskDriver.start(), MadeMedia.create()]);
  });
  afterAll(async () => {
    await desk.stop();
    await media.remove();
  });

  async function upload(path: string, submission: object): Promise<{ id: string }> {
    const answer = await desk.upload({ bytes: await readFile(path), name: 'clip.mp4' }, submission);
    expect(answer.status).toBe(202);
    return answer.body;
  }

  async function findings(clipId: string, rule: string): Promise<Finding[]> {
    const { body } = await desk.get<{ items: Finding[] }>(`clips/${clipId}/findings?limit=200`);
    return body.items.filter((finding) => finding.rule === rule);
  }

  function claimId(status: ClipStatusBody, type: string): string {
    return status.claims.find((claim) => claim.type === type)?.id ?? '';
  }

  it('is found in its mirrored, trimmed and re-encoded copy, with where and since when', async () => {
    original = await upload(join(folder, 'tmk/pattern-longer-no-bar.mp4'), {
      url: `https://x.com/example_person/status/${snowflake(POSTED)}`,
    });
    await desk.ended(original.id);
    const copy = await media.ffmpeg(
      'copy.mp4',
      `-ss 2 -t 4 -i ${join(folder, 'tmk/pattern-longer-no-bar.mp4')} -vf hflip,scale=480:-2 -c:v libx264 -crf 32 -an`,
    );
    const { id } = await upload(copy, { claims: { location: VILLAGE, time: FEBRUARY } });
    reused = await desk.ended(id);
    expect(reused.processing.state).toBe('complete');
    expect(reused.processing.parts.map(({ attempts }) => attempts)).toEqual(Array(7).fill(1));

    const { body } = await desk.get<{ items: Match[] }>(`clips/${id}/matches`);
    expect(body.items).toEqual([
      expect.objectContaining({
        clipId: original.id,
        kind: 'same_footage',
        mirrored: true,
        state: 'suggested',
      }),
    ]);
    const [segment] = body.items[0]?.segments ?? [];
    expect(Math.abs((segment?.otherStartMs ?? NaN) - (segment?.startMs ?? NaN) - 2000)).toBeLessThan(200);
    expect((segment?.endMs ?? 0) - (segment?.startMs ?? 0)).toBeGreaterThan(3000);

    const [earlier, ...others] = await findings(id, 'earlier-copy');
    expect(others).toEqual([]);
    expect(earlier).toMatchObject({
      claimId: claimId(reused, 'time'),
      stance: 'contradicts',
      summary: expect.stringContaining('2015'),
    });
    expect(earlier?.evidence).toContainEqual(
      expect.objectContaining({ kind: 'match', ref: body.items[0]?.id }),
    );
  });

  it('says nothing of it in a verdict', async () => {
    const { body } = await desk.get<{ verification: string; claims: { verdict: string }[] }>(
      `clips/${reused.id}/status`,
    );
    expect(body.verification).toBe('unreviewed');
    expect(body.claims.map(({ verdict }) => verdict)).toEqual(['unreviewed', 'unreviewed']);
  });

  it('claimed for midnight shows daylight', async () => {
    const copy = await media.ffmpeg(
      'midnight.mp4',
      `-ss 1 -t 5 -i ${join(folder, 'tmk/pattern-longer-no-bar.mp4')} -c:v libx264 -crf 28 -an`,
    );
    const { id } = await upload(copy, { claims: { location: VILLAGE, time: MIDNIGHT } });
    const status = await desk.ended(id);
    const [daylight] = await findings(id, 'daylight');
    expect(daylight).toMatchObject({ claimId: claimId(status, 'time'), stance: 'contradicts' });
  });

  it('with an embedded position 40 km from the village shows the distance', async () => {
    const elsewhere = await media.ffmpeg(
      'elsewhere.mp4',
      `-t 3 -i ${join(folder, 'tmk/doorknob-hd-no-bar.mp4')} -c copy -metadata location=+36.0000+37.1000/`,
    );
    const { id } = await upload(elsewhere, { claims: { location: VILLAGE } });
    const status = await desk.ended(id);
    const [position] = await findings(id, 'embedded-position');
    expect(position).toMatchObject({ claimId: claimId(status, 'location'), stance: 'contradicts' });
    expect(position?.summary).toMatch(/4[01](\.\d)? km/);
    const { body } = await desk.get<{ verification: string }>(`clips/${id}/status`);
    expect(body.verification).toBe('unreviewed');
  });
});

/** Id of an invented post of that moment: milliseconds since the platform's epoch in the upper 42 bits. */
function snowflake(at: Date): string {
  return String((BigInt(at.getTime()) - 1_288_834_974_657n) << 22n);
}
