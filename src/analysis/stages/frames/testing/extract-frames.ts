import { expect } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shownNumber } from '../../../../../test/media/numbered-clip.js';
import { ffmpegSync } from '../../../../../test/media/raw-frames.js';
import type { ToolRunner } from '../../../../media/tool.js';
import { sha256Hex } from '../../../../shared/sha256.js';
import type { StageResult, StageSettings } from '../../../pipeline/stage.js';
import { ProbeStage } from '../../probe/probe.stage.js';
import { stageInput } from '../../testing/stage-input.js';
import { FramesOutput } from '../frames.contract.js';
import { FramesStage } from '../frames.stage.js';

/** A folder of made clips and of what the stages make of them. */
export class FramesBench {
  private constructor(
    readonly folder: string,
    private readonly tools: ToolRunner,
  ) {}

  static async create(tools: ToolRunner): Promise<FramesBench> {
    return new FramesBench(await mkdtemp(join(tmpdir(), 'sightline-frames-')), tools);
  }

  /** Makes a clip with ffmpeg and gives its path. */
  make(name: string, ...args: readonly string[]): string {
    const path = join(this.folder, name);
    ffmpegSync([...args, path]);
    return path;
  }

  /** Probe, then frames, as the pipeline runs them. */
  async extract(
    path: string,
    options: Partial<StageSettings> & { tools?: ToolRunner; signal?: AbortSignal } = {},
  ): Promise<Extracted> {
    const { tools = this.tools, signal, ...settings } = options;
    const probe = await new ProbeStage().run(
      await stageInput(path, await this.scratch(), settings),
      this.tools,
    );
    const input = await stageInput(path, await this.scratch(), settings);
    const needed = { probe: probe.output };
    const result = await new FramesStage().run({ ...input, needed, ...(signal ? { signal } : {}) }, tools);
    return new Extracted(result);
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  /** A new empty folder, as a stage gets it. */
  scratch(): Promise<string> {
    return mkdtemp(join(this.folder, 'scratch-'));
  }
}

export class Extracted {
  readonly output: FramesOutput;

  constructor(readonly result: StageResult<FramesOutput>) {
    this.output = FramesOutput.parse(result.output);
  }

  get frames(): FramesOutput['frames'] {
    return this.output.frames;
  }

  path(kind: string, index?: number): string {
    const key = index === undefined ? undefined : String(index);
    const found = this.result.artefacts.find((artefact) => artefact.kind === kind && artefact.key === key);
    if (!found) throw new Error(`no artefact ${kind} ${index ?? ''}`);
    return found.path;
  }

  /** Kind, key and SHA-256 of every artefact. */
  hashes(): Promise<string[]> {
    return Promise.all(
      this.result.artefacts.map(
        async ({ kind, key, path }) => `${kind} ${key} ${sha256Hex(await readFile(path))}`,
      ),
    );
  }
}

/** Every kept picture of a numbered clip shows the number that its entry claims. */
export function expectTrueNumbers(extracted: Extracted, turnBack?: string): void {
  const shown = extracted.frames.map(({ index }) => shownNumber(extracted.path('frame', index), turnBack));
  expect(shown).toEqual(extracted.frames.map(({ frameNumber }) => frameNumber));
}
