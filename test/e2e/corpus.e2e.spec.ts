import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeRealClips } from '../../src/media/testing/real-clips.js';
import { DeskDriver, type ClipStatusBody } from '../support/desk.js';
import { startSite, type Site } from '../support/site/site.js';

interface Truth {
  readonly codec: string;
  readonly size: readonly [number, number];
  readonly durationMs: number;
  readonly state: 'complete' | 'partial';
  readonly framesCode?: string;
  /** Cuts within the clip, in ms; undefined where nobody has looked. */
  readonly cutsMs?: readonly number[];
}

/** Read with ffprobe and by eye; see the clips' own README for where they come from. */
const CORPUS: Readonly<Record<string, Truth>> = {
  'doorknob-hd-no-bar.mp4': {
    codec: 'h264',
    size: [1280, 720],
    durationMs: 4_331,
    state: 'complete',
    cutsMs: [],
  },
  'pattern-hd-no-bar.mp4': {
    codec: 'h264',
    size: [720, 1280],
    durationMs: 6_891,
    state: 'complete',
    cutsMs: [],
  },
  'pattern-longer-no-bar.mp4': {
    codec: 'h264',
    size: [720, 1280],
    durationMs: 8_171,
    state: 'complete',
    cutsMs: [],
  },
  'pattern-sd-grey-bar.mp4': {
    codec: 'h264',
    size: [480, 720],
    durationMs: 6_891,
    state: 'complete',
    cutsMs: [],
  },
  'pattern-sd-with-large-logo-bar.mp4': {
    codec: 'h264',
    size: [480, 720],
    durationMs: 6_891,
    state: 'complete',
    cutsMs: [],
  },
  'pattern-sd-with-small-logo-bar.mp4': {
    codec: 'h264',
    size: [480, 720],
    durationMs: 6_891,
    state: 'complete',
    cutsMs: [],
  },
  'Megamind.avi': {
    codec: 'mpeg4',
    size: [720, 528],
    durationMs: 11_261,
    state: 'complete',
    cutsMs: [4_129, 6_465, 8_383],
  },
  'vtest.avi': { codec: 'msmpeg4v3', size: [768, 576], durationMs: 79_500, state: 'complete', cutsMs: [] },
  'tree.avi': {
    codec: 'cinepak',
    size: [320, 240],
    durationMs: 29_600,
    state: 'partial',
    framesCode: 'unsupported_codec',
  },
};

describeRealClips('the corpus of real clips', () => {
  let site: Site;
  let desk: DeskDriver;

  beforeAll(async () => {
    site = await startSite();
    desk = await DeskDriver.start({ env: { EGRESS_ALLOW: `127.0.0.1:${site.port}` } });
  });
  afterAll(async () => {
    await desk.stop();
    await site.close();
  });

  it.each(Object.entries(CORPUS))(
    '%s comes out as it is',
    async (name, truth) => {
      const status = await desk.submitAndWait({ url: `${site.origin}/shared/${name}` }, 120_000);
      expect(status.processing.state).toBe(truth.state);
      const { body: metadata } = await desk.get<{
        container: { durationMs: number };
        video: { codec: string; displayWidth: number; displayHeight: number };
      }>(`clips/${status.id}/metadata`);
      expect([metadata.video.codec, metadata.video.displayWidth, metadata.video.displayHeight]).toEqual([
        truth.codec,
        ...truth.size,
      ]);
      expect(Math.abs(metadata.container.durationMs - truth.durationMs)).toBeLessThan(700);
      const frames = (await desk.get<{ items: FrameBody[] }>(`clips/${status.id}/frames`)).body.items;
      expect(codeOf(status, 'frames')).toBe(truth.framesCode);
      const check = truth.framesCode === undefined ? checkFrames : checkNoFrames;
      check(frames, truth);
    },
    150_000,
  );

  it('verifies whole afterwards', async () => {
    await desk.post('custody/verification');
    expect((await desk.verified()).differences).toEqual([]);
  });
});

interface FrameBody {
  readonly index: number;
  readonly ptsMs: number;
  readonly kind: string;
  readonly width: number;
  readonly height: number;
}

function checkFrames(frames: readonly FrameBody[], truth: Truth): void {
  expect(frames[0]).toMatchObject({ index: 0, kind: 'scene' });
  // MPEG-4 with B-frames in AVI starts one frame late.
  expect(frames[0]?.ptsMs).toBeLessThan(100);
  for (const frame of frames) expect([frame.width, frame.height]).toEqual(truth.size);
  const times = [...frames.map(({ ptsMs }) => ptsMs), truth.durationMs];
  const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
  expect(Math.max(...gaps)).toBeLessThanOrEqual(Math.max(10_000, truth.durationMs / 250) + 700);
  if (truth.cutsMs === undefined) return;
  // The first picture opens the first scene, and so does the first after a black leader (Megamind.avi has one frame of it).
  const scenes = frames.filter(({ kind, ptsMs }) => kind === 'scene' && ptsMs > 100);
  expect(scenes).toHaveLength(truth.cutsMs.length);
  for (const [i, cutMs] of truth.cutsMs.entries())
    expect(Math.abs((scenes[i]?.ptsMs ?? 0) - cutMs)).toBeLessThan(150);
}

function checkNoFrames(frames: readonly FrameBody[]): void {
  expect(frames).toEqual([]);
}

function codeOf(status: ClipStatusBody, part: string): string | undefined {
  return status.processing.parts.find((seen) => seen.part === part)?.error?.code;
}
