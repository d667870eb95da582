import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Builder, LocalSigner } from '@contentauth/c2pa-node';
import { vendoredExiftoolPath } from '../../../media/exiftool.js';
import { MadeMedia } from '../../../media/testing/made-media.js';
import { describeRealClips } from '../../../media/testing/real-clips.js';
import { madeSigner } from '../../../media/testing/test-certificates.js';
import { createToolRunner, type SandboxedToolRunner } from '../../../media/tool-runner.js';
import type { StageResult } from '../../pipeline/stage.js';
import { stageInput } from '../testing/stage-input.js';
import { metadataOutputSchema, type MetadataOutput } from './metadata.contract.js';
import { MetadataStage } from './metadata.stage.js';

const PATHS = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' };
const CLIP = '-f lavfi -i testsrc=d=1:s=64x64 -c:v libx264 -preset ultrafast';

let runner: SandboxedToolRunner;
let media: MadeMedia;

beforeAll(async () => {
  runner = await createToolRunner({ paths: { ...PATHS, exiftool: vendoredExiftoolPath() }, minTier: 1 });
  media = await MadeMedia.create();
});

afterAll(() => media.remove());

async function run(path: string, tools = runner): Promise<StageResult<MetadataOutput>> {
  const result = await new MetadataStage().run(await stageInput(path, await media.scratch()), tools);
  metadataOutputSchema.parse(result.output);
  return result;
}

describe('embedded place, time and device', () => {
  it('reads them from behind the media data, where phones write them', async () => {
    const path = await media.ffmpeg(
      'phone.mov',
      `${CLIP} -metadata location=+35.7600+036.7600+312.000/ -metadata creation_time=2020-02-09T14:03:00Z -metadata make=Example -metadata model=Phone`,
    );
    const bytes = await readFile(path);
    expect(bytes.indexOf('mdat')).toBeLessThan(bytes.indexOf('moov'));
    const { outcome, output, toolRuns } = await run(path);
    expect(outcome).toBe('found');
    expect(output.gps).toMatchObject({
      lat: 35.76,
      lon: 36.76,
      altitudeM: 312,
      sourceTag: 'UserData:GPSCoordinates',
    });
    expect(output.device).toMatchObject({ make: 'Example', model: 'Phone' });
    const created = output.times.find(({ tag }) => tag === 'QuickTime:CreateDate');
    expect(created).toMatchObject({ raw: '2020:02:09 14:03:00', utc: null, zoneKnown: false });
    expect(toolRuns.map(({ tool, version, exitCode }) => [tool, version, exitCode])).toEqual([
      ['exiftool', '13.59', 0],
    ]);
  });

  it('knows the zone of an Apple creation date, and the ISO 6709 text of Keys', async () => {
    const path = await media.ffmpeg(
      'keys.mp4',
      `${CLIP} -metadata com.apple.quicktime.creationdate=2020-02-09T16:03:00+0200 -metadata com.apple.quicktime.location.ISO6709=-33.8688+151.2093+010.000/ -movflags use_metadata_tags`,
    );
    const { output } = await run(path);
    expect(output.times.find(({ tag }) => tag === 'Keys:CreationDate')).toMatchObject({
      utc: '2020-02-09T14:03:00.000Z',
      offset: '+02:00',
      zoneKnown: true,
    });
    expect(output.gps).toMatchObject({ lat: -33.8688, lon: 151.2093, altitudeM: 10 });
  });

  it.each([
    ['bare.mp4', CLIP],
    ['bare.mkv', CLIP],
    ['bare.webm', '-f lavfi -i testsrc=d=1:s=64x64 -c:v libvpx'],
    ['bare.avi', '-f lavfi -i testsrc=d=1:s=64x64 -c:v mpeg4'],
    ['bare.ts', CLIP],
    ['bare.flv', CLIP],
    ['sound.m4a', '-f lavfi -i sine=d=1 -c:a aac'],
    ['sound.mp3', '-f lavfi -i sine=d=1'],
    ['sound.ogg', '-f lavfi -i sine=d=1 -c:a libvorbis'],
  ])('claims neither place nor device for %s, and does not fail', async (name, args) => {
    const { output, outcome } = await run(await media.ffmpeg(name, args));
    expect(['found', 'not_found']).toContain(outcome);
    expect([output.gps, output.device, output.tagSource]).toEqual([null, null, 'exiftool']);
    expect(output.notes.join()).toContain('proves nothing');
  });

  it('shows nothing of our disk, and no control characters', async () => {
    const path = await media.ffmpeg('evil.mp4', `${CLIP} -metadata title=a\u001b[2Jb\u202ec`);
    const { output, toolRuns } = await run(path);
    expect(output.tags['ItemList:Title']).toBe('a [2Jb c');
    const all = JSON.stringify([output, toolRuns]);
    expect(all).not.toContain(media.folder);
    expect(all).not.toContain('FileModifyDate');
  });

  it('keeps every digit of a long number', async () => {
    const path = await media.ffmpeg('serial.mkv', `${CLIP} -metadata serial=12345678901234567890`);
    const { output } = await run(path);
    expect(Object.values(output.tags)).toContain('12345678901234567890');
  });

  it('reads place, time and device alone when there are megabytes of tags', async () => {
    const tags = await media.file(
      'tags.txt',
      `;FFMETADATA1\n${Array.from({ length: 30 }, (_, index) => `big${index}=${'x'.repeat(100_000)}`).join('\n')}\n`,
    );
    const path = await media.ffmpeg(
      'tags.mkv',
      `-f lavfi -i testsrc=d=1:s=64x64 -i ${tags} -map_metadata 1 -metadata location=+35.7600+036.7600/ -c:v mpeg4`,
    );
    const { output, warnings } = await run(path);
    expect(output.gps).toMatchObject({ lat: 35.76 });
    expect(warnings.join()).toContain('too many');
  });

  it('is inconclusive without exiftool, and uses the tags of ffprobe', async () => {
    const without = await createToolRunner({ paths: PATHS, minTier: 1 });
    const path = await media.ffmpeg(
      'fallback.mov',
      `${CLIP} -metadata location=+35.7600+036.7600/ -metadata creation_time=2020-02-09T14:03:00Z`,
    );
    const { outcome, output, warnings } = await run(path, without);
    expect([outcome, output.tagSource]).toEqual(['inconclusive', 'ffprobe']);
    expect(output.gps).toMatchObject({ lat: 35.76, lon: 36.76 });
    expect(output.times[0]).toMatchObject({ zoneKnown: false });
    expect(warnings.join()).toContain('exiftool');
  });

  it('ends with the reason of an abort', async () => {
    const input = await stageInput(await media.ffmpeg('abort.mp4', CLIP), await media.scratch());
    const reason = new Error('cancelled');
    const stage = new MetadataStage().run({ ...input, signal: AbortSignal.abort(reason) }, runner);
    await expect(stage).rejects.toBe(reason);
  });
});

describe('content credentials', () => {
  async function signedClip(name: string): Promise<string> {
    const plain = await media.ffmpeg(`plain-${name}`, CLIP);
    const { chain, key } = await madeSigner(await media.scratch());
    const builder = Builder.withJson({
      claim_generator_info: [{ name: 'Example Camera App', version: '1.0' }],
      assertions: [],
    });
    builder.setIntent({ create: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture' });
    const path = join(media.folder, name);
    builder.sign(LocalSigner.newSigner(chain, key, 'es256'), { path: plain }, { path });
    return path;
  }

  it('are valid on an untouched file, of a signer that nobody knows', async () => {
    const { output, toolRuns } = await run(await signedClip('signed.mp4'));
    expect(output.contentCredentials).toEqual({
      state: 'valid',
      isSignerTrusted: false,
      claimGenerator: 'Example Camera App 1.0',
      issuer: 'ExampleNewsroom',
      digitalSourceTypes: ['http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture'],
    });
    expect(output.notes.join()).toContain('trust list');
    expect(toolRuns.map(({ tool }) => tool)).toEqual(['exiftool', 'node']);
    expect(JSON.stringify(toolRuns)).not.toContain('node_modules');
  });

  it('are invalid after one byte of the picture was changed', async () => {
    const path = await signedClip('tampered.mp4');
    const bytes = await readFile(path);
    const inside = bytes.lastIndexOf('mdat') + 200;
    bytes.writeUInt8(bytes.readUInt8(inside) ^ 1, inside);
    await writeFile(path, bytes);
    const { contentCredentials } = (await run(path)).output;
    expect(contentCredentials.state).toBe('invalid');
    expect(contentCredentials.reason).toContain('mismatch');
  });

  it('are absent where nothing announces them, and no child is started to look', async () => {
    const { output, toolRuns } = await run(await media.ffmpeg('unsigned.mp4', CLIP));
    expect(output.contentCredentials).toEqual({ state: 'absent' });
    expect(toolRuns.map(({ tool }) => tool)).toEqual(['exiftool']);
  });

  it('are invalid, not absent, when their manifest is rubbish', async () => {
    const path = await signedClip('rubbish.mp4');
    const bytes = await readFile(path);
    const manifest = bytes.indexOf('jumb');
    bytes.fill(0x41, manifest + 4, manifest + 400);
    await writeFile(path, bytes);
    expect((await run(path)).output.contentCredentials.state).toBe('invalid');
  });
});

describeRealClips('real clips', (folder) => {
  it('Megamind.avi, tree.avi and phone footage are read without failing', async () => {
    for (const name of ['opencv/Megamind.avi', 'opencv/tree.avi', 'tmk/pattern-hd-no-bar.mp4']) {
      const { output, outcome } = await run(join(folder, name));
      expect([name, outcome, output.gps]).toEqual([name, 'found', null]);
      expect(output.encoder.length).toBeGreaterThan(0);
      expect(output.times).toEqual([]);
    }
  });
});
