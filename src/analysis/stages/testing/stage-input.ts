import { stat } from 'node:fs/promises';
import type { StageInput, StageSettings } from '../../pipeline/stage.js';

const SETTINGS: StageSettings = { codecPolicy: 'common', maxClipSeconds: 21_600, decoderThreads: 1 };

/** What the pipeline gives to a stage for one file; the hash is not looked at by the stages under test. */
export async function stageInput(
  originalPath: string,
  scratchDir: string,
  settings: Partial<StageSettings> = {},
): Promise<StageInput> {
  return {
    originalPath,
    sizeBytes: (await stat(originalPath)).size,
    sha256Hex: '0'.repeat(64),
    scratchDir,
    needed: {},
    neededFile: async () => undefined,
    settings: { ...SETTINGS, ...settings },
    signal: new AbortController().signal,
    onProgress: () => undefined,
  };
}
