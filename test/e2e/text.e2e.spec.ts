import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findExecutable } from '../../src/media/find-executable.js';
import { captionedClip } from '../media/captioned-clip.js';
import { DeskDriver } from '../support/desk.js';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}
interface FrameText {
  readonly frameId: string;
  readonly ptsMs: number;
  readonly text: string;
  readonly confidence: number;
}
interface Outcome {
  readonly rule: string;
  readonly outcome: string;
  readonly claimId: string | null;
  readonly summary: string;
}
interface Hit {
  readonly clipId: string;
  readonly kind: string;
  readonly ref: string;
  readonly snippet: string;
}

const ARABIC = 'مقبرة خان السبل جنوب إدلب';
const LATIN = 'Shelling near the school 9 February 2020';

const clip = () =>
  captionedClip([
    {
      source: 'mandelbrot=start_scale=0.05',
      captions: [{ text: ARABIC, color: 'white', box: 'black@0.7', top: 0.82 }],
    },
    { source: 'color=c=0x305070', captions: [{ text: LATIN, color: 'white', box: '0x8b0000', top: 0.1 }] },
  ]);

const engine = await findExecutable('tesseract');
const whenInstalled = engine === undefined ? describe.skip : describe;
if (engine === undefined) process.stderr.write('tesseract is not installed: its suite is skipped\n');

whenInstalled('text in pictures', () => {
  let desk: DeskDriver;
  let clipId: string;
  let bytes: Buffer;
  const upload = async (as = desk) => {
    const { body } = await as.upload({ bytes, name: 'captions.mp4' }, {});
    return as.ended(body.id);
  };
  const texts = async (id: string, query = '') =>
    (await desk.get<Page<FrameText>>(`clips/${id}/text${query}`)).body;

  beforeAll(async () => {
    bytes = clip();
    desk = await DeskDriver.start({ env: { OCR: 'auto' } });
    clipId = (await upload()).id;
  });
  afterAll(() => desk.stop());

  it('is read from the frames that show it, Arabic and Latin, with the time', async () => {
    const { items, nextCursor } = await texts(clipId);
    expect(nextCursor).toBeNull();
    const at = (words: string) => items.filter(({ text }) => text.includes(words)).map(({ ptsMs }) => ptsMs);
    expect(at('خان السبل').length).toBeGreaterThan(0);
    expect(Math.max(...at('خان السبل'))).toBeLessThan(2000);
    expect(at('near the school').length).toBeGreaterThan(0);
    expect(Math.min(...at('near the school'))).toBeGreaterThanOrEqual(2000);
    const frames = await desk.get<Page<{ id: string }>>(`clips/${clipId}/frames`);
    expect(frames.body.items.map(({ id }) => id)).toEqual(
      expect.arrayContaining(items.map(({ frameId }) => frameId)),
    );
  });

  it('is given page by page', async () => {
    const { items: all } = await texts(clipId);
    const first = await texts(clipId, '?limit=1');
    expect(first).toEqual({ items: all.slice(0, 1), nextCursor: all[0]?.frameId });
    const rest = await texts(clipId, `?cursor=${first.nextCursor}`);
    expect(rest).toEqual({ items: all.slice(1), nextCursor: null });
  });

  it('is found by search in any spelling, once for a caption that stands in several frames', async () => {
    const find = async (q: string, kind = '') =>
      (await desk.get<Page<Hit>>(`search?q=${encodeURIComponent(q)}${kind}`)).body.items.filter(
        (hit) => hit.clipId === clipId && hit.kind === 'screen_text',
      );
    const found = await find('"خان السُّبل"');
    expect(found).toEqual([expect.objectContaining({ snippet: expect.stringContaining('[[') })]);
    expect(await find('school')).toHaveLength(1);
    expect(await find('school', '&kind=screen_text')).toHaveLength(1);
    expect(await find('school', '&kind=note')).toEqual([]);
  });

  it('is read once for the same bytes, and belongs to the frames of each clip', async () => {
    const again = await upload();
    const { items } = await texts(again.id);
    const { items: before } = await texts(clipId);
    expect(items.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    expect(items.map(({ frameId }) => frameId)).not.toEqual(before.map(({ frameId }) => frameId));
    const { rows } = await desk.asOwner("select 1 from stage_result where stage = 'text'");
    expect(rows).toHaveLength(1);
  });

  it('is an argument of the rule on-screen-text, which never takes a side', async () => {
    const { items } = (await desk.get<Page<Outcome>>(`clips/${clipId}/checks?limit=200`)).body;
    const [outcome] = items.filter(({ rule }) => rule === 'on-screen-text');
    expect(outcome).toMatchObject({ outcome: 'neutral', claimId: null });
    expect(outcome?.summary).toContain('خان السبل');
  });

  it('is hidden from whoever may not read the case', async () => {
    const { status } = await desk.get(`clips/${clipId}/text`, { authorization: 'Bearer nobody' });
    expect(status).toBe(401);
    expect((await desk.get('clips/01920000-0000-7000-8000-000000000000/text')).status).toBe(404);
    expect((await desk.get(`clips/${clipId}/text?limit=0`)).status).toBe(400);
  });
});
