import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { CustodyFixture } from '../../../test/support/custody-fixture.js';
import type { EvidenceRow, VerificationReport } from './verification.js';

let desk: CustodyFixture;
let clipId: string;

beforeEach(async () => {
  desk = await CustodyFixture.create();
  clipId = await desk.addClip(randomUUID());
  await desk.addClip(randomUUID());
});

afterEach(async () => desk.destroy());

const codes = (report: VerificationReport): string[] => Object.keys(report.codes);

async function objectFile(index: number): Promise<string> {
  const file = await desk.store.localPath(desk.objects[index]?.sha256Hex ?? '');
  await chmod(file, 0o600);
  return file;
}

function changeRow(index: number, change: Partial<EvidenceRow>): EvidenceRow {
  const row = { ...desk.rows[index], ...change } as EvidenceRow;
  desk.rows[index] = row;
  return row;
}

describe('objects', () => {
  it('are found changed at any byte, and named', async () => {
    const file = await objectFile(0);
    const right = await readFile(file);
    for (let at = 0; at < right.length; at += 1) {
      const changed = Buffer.from(right);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(file, changed);
      const report = await desk.verify();
      expect({ at, ok: report.ok, codes: codes(report) }).toEqual({ at, ok: false, codes: ['V002'] });
      expect(report.differences[0]).toMatchObject({
        subject: `object ${path.basename(file)}`,
        expected: path.basename(file),
      });
    }
  });

  it('are found changed anywhere in a large one', async () => {
    const draft = await desk.store.begin();
    const bytes = randomBytes(5_000_000);
    await draft.write(bytes);
    const { sha256Hex, sizeBytes } = await draft.seal();
    desk.rows.push({ table: 'artefact', id: randomUUID(), clipId: null, sha256Hex, sizeBytes });
    await desk.append({
      chain: 'system',
      action: 'evidence.refused',
      actor: 'system',
      body: { code: 'not_media', sha256: sha256Hex, sizeBytes },
    });
    expect(codes(await desk.verify())).toEqual([]);
    const file = await desk.store.localPath(sha256Hex);
    await chmod(file, 0o600);
    for (const at of [0, 1_048_575, 1_048_576, 4_999_999]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      await writeFile(file, changed);
      expect(codes(await desk.verify())).toEqual(['V002']);
    }
  });

  it('are found cut, grown, missing and unreadable', async () => {
    await truncate(await objectFile(0), 5);
    await writeFile(await objectFile(1), 'more', { flag: 'a' });
    await rm(await objectFile(2));
    const folder = await objectFile(3);
    await rm(folder);
    await mkdir(folder);
    const report = await desk.verify();
    expect(report.codes).toEqual({ V001: 2, V002: 2, V003: 2 });
    const sizes = report.differences.filter((one) => one.code === 'V003').map((one) => one.found);
    expect(sizes.toSorted((a, b) => Number(b) - Number(a))).toEqual([
      String((desk.objects[1]?.sizeBytes ?? 0) + 4),
      '5',
    ]);
  });

  it('that nobody knows are reported: young ones as a warning, old ones as an error', async () => {
    const draft = await desk.store.begin();
    await draft.write(Buffer.from('nobody knows me'));
    const { sha256Hex } = await draft.seal();
    const young = await desk.verify();
    expect([young.ok, young.codes]).toEqual([true, { V041: 1 }]);
    const file = await desk.store.localPath(sha256Hex);
    const before = new Date(Date.now() - 25 * 3600 * 1000);
    await utimes(file, before, before);
    const old = await desk.verify();
    expect([old.ok, old.codes]).toEqual([false, { V041: 1 }]);
  });

  it('moved to another name are missing there and wrong here', async () => {
    const file = await objectFile(0);
    await rename(file, `${file}.bak`);
    expect((await desk.verify()).codes).toEqual({ V001: 1, V041: 1 });
  });
});

describe('rows', () => {
  it('that name another object than was sealed are found, and the sealed one as lost', async () => {
    const { id } = changeRow(1, { sha256Hex: desk.objects[4]?.sha256Hex ?? '' });
    const report = await desk.verify();
    expect(report.codes).toEqual({ V033: 1, V034: 1 });
    expect(report.differences.map((one) => one.subject)).toEqual([
      `artefact ${id} of clip ${clipId}`,
      expect.stringContaining(`of clip ${clipId}`),
    ]);
  });

  it.each([
    ['size', { sizeBytes: 1 }],
    ['kind', { kind: 'contact-sheet' }],
    ['parent', { parentSha256Hex: 'f'.repeat(64) }],
    ['event', { eventRef: randomUUID() }],
  ])('that give another %s are found', async (what, change) => {
    changeRow(1, change);
    const report = await desk.verify();
    expect(report.differences).toMatchObject([
      { code: 'V032', message: expect.stringContaining(`another ${what}`) as unknown },
    ]);
  });

  it('given to another clip, added or removed are found', async () => {
    changeRow(0, { clipId: randomUUID() });
    expect((await desk.verify()).codes).toEqual({ V033: 1, V034: 1 });
    desk.rows.splice(0, 1);
    expect((await desk.verify()).codes).toEqual({ V034: 1 });
  });

  it('may go when a later event of the same part takes the place of theirs', async () => {
    const [original, frame] = desk.objects;
    const again = {
      kind: 'frame',
      sha256: frame!.sha256Hex,
      sizeBytes: frame!.sizeBytes,
      parent: original!.sha256Hex,
    };
    await desk.append({
      chain: 'system',
      clipId,
      action: 'derivative.sealed',
      actor: 'system',
      body: { part: 'frames', objects: [again] },
    });
    desk.rows.splice(2, 1);
    expect(codes(await desk.verify())).toEqual([]);
  });

  it('about an object alone are held against whatever event sealed it', async () => {
    const sha256Hex = desk.objects[0]?.sha256Hex ?? '';
    const row = { table: 'stored_object', id: sha256Hex, clipId: null, sha256Hex };
    desk.rows.push({ ...row, sizeBytes: desk.objects[0]?.sizeBytes });
    expect(codes(await desk.verify())).toEqual([]);
    desk.rows.push({ ...row, sizeBytes: 7 }, { ...row, sha256Hex: 'e'.repeat(64) });
    expect((await desk.verify()).codes).toEqual({ V001: 1, V032: 1, V033: 1 });
  });
});

describe('an uploaded file', () => {
  it('is known from its submission on, before anything else was done with it', async () => {
    const draft = await desk.store.begin();
    await draft.write(Buffer.from('handed in a moment ago'));
    const { sha256Hex, sizeBytes } = await draft.seal();
    const body = { submissionId: randomUUID(), via: 'upload', uploadSha256: sha256Hex } as const;
    const common = { chain: 'system', clipId: randomUUID(), actor: 'protected' };
    await desk.append({ ...common, action: 'clip.submitted', body });
    desk.rows.push({ table: 'stored_object', id: sha256Hex, clipId: null, sha256Hex, sizeBytes });
    expect(codes(await desk.verify())).toEqual([]);
    await rm(await desk.store.localPath(sha256Hex));
    expect((await desk.verify()).codes).toEqual({ V001: 1 });
  });
});

describe('derivatives', () => {
  it('of something that was never sealed are found', async () => {
    const object = {
      kind: 'frame',
      sha256: desk.objects[0]!.sha256Hex,
      sizeBytes: desk.objects[0]!.sizeBytes,
      parent: 'd'.repeat(64),
    };
    await desk.append({
      chain: 'system',
      action: 'derivative.sealed',
      actor: 'system',
      body: { part: 'x', objects: [object] },
    });
    desk.rows.push({ table: 'artefact', id: randomUUID(), clipId: null, sha256Hex: object.sha256 });
    const report = await desk.verify();
    expect(report.differences.find((one) => one.code === 'V030')).toMatchObject({ found: 'd'.repeat(64) });
  });
});
