import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOUND_STEP_MS } from '../../../media/sound-print.js';
import type { ToolRunner } from '../../../media/tool.js';
import type { Stage, StageArtefact, StageInput, StageResult } from '../../pipeline/stage.js';
import { CROPS_KIND, TRACK_KIND } from '../frames/frames.contract.js';
import { probeOutputSchema, type ProbeOutput } from '../probe/probe.contract.js';
import { FINGERPRINT_VERSION } from './domain/fingerprint-version.js';
import { encodeIndexRecords } from './domain/index-records.js';
import { evenCountOf, recordsOf } from './domain/records-of.js';
import { encodeSoundWords } from './domain/sound-words.js';
import { decodeTrack, emptyTrack, type Track } from './domain/track.js';
import { RECORDS_KIND, SOUND_KIND, type FingerprintOutput } from './fingerprint.contract.js';
import { listen } from './listen.js';

/** What of a clip's pictures and sound is worth looking for in the archive. See README.md for what it may claim. */
export class FingerprintStage implements Stage<FingerprintOutput> {
  readonly id = 'fingerprint';
  readonly version = FINGERPRINT_VERSION;
  readonly needs: readonly string[] = ['probe', 'frames'];

  async run(input: StageInput, tools: ToolRunner): Promise<StageResult<FingerprintOutput>> {
    const probe = probeOutputSchema.parse(input.needed['probe']);
    const [track, crops] = await Promise.all([trackIn(input, TRACK_KIND), trackIn(input, CROPS_KIND)]);
    const records = recordsOf(track, crops);
    input.onProgress(0.1);
    const { words, records: toolRuns, warnings } = await listen(input, tools, probe);
    const files = [
      { kind: RECORDS_KIND, bytes: encodeIndexRecords(records) },
      { kind: SOUND_KIND, bytes: words === null ? new Uint8Array() : encodeSoundWords(words) },
    ].filter(({ bytes }) => bytes.length > 0);
    return {
      outcome: files.length > 0 ? 'found' : 'not_found',
      output: {
        sampleCount: track.count,
        recordCount: records.length,
        evenCount: evenCountOf(track),
        sound: words === null ? null : { wordCount: words.length, stepMs: SOUND_STEP_MS },
        durationMs: durationOf(probe),
      },
      artefacts: await Promise.all(files.map((file) => written(input.scratchDir, file))),
      toolRuns,
      warnings,
    };
  }
}

async function trackIn({ neededFile }: StageInput, kind: string): Promise<Track> {
  const path = await neededFile('frames', kind);
  return path === undefined ? emptyTrack(0) : decodeTrack(await readFile(path));
}

async function written(
  folder: string,
  { kind, bytes }: { kind: string; bytes: Uint8Array },
): Promise<StageArtefact> {
  const path = join(folder, kind);
  await writeFile(path, bytes);
  return { kind, path, mediaType: 'application/octet-stream' };
}

function durationOf({ container, video }: ProbeOutput): number | null {
  const ms = container.durationMs ?? video?.durationMs ?? null;
  return ms === null ? null : Math.max(0, Math.round(ms));
}
