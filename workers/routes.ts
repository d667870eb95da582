import { z } from 'zod';
import { acquireClip } from '../src/acquisition/worker.js';
import { runStage } from '../src/analysis/worker.js';
import { PARTS, type PartName } from '../src/clips/worker.js';
import type { JobDefinition } from '../src/platform/queue/job-definition.js';

/** Ids only: what is true is read from the tables when the job runs. */
export const PartJobData = z.strictObject({ clipId: z.uuid(), part: z.string(), run: z.int().positive() });
export type PartJobData = z.infer<typeof PartJobData>;

/** Which kind of job does which part. Typed over every part, so that a new part without a job does not compile. */
const JOB_OF_PART: Readonly<Record<PartName, JobDefinition<PartJobData>>> = {
  acquire: acquireClip,
  probe: runStage,
  metadata: runStage,
  frames: runStage,
  fingerprint: runStage,
  match: runStage,
  checks: runStage,
};

export function jobOfPart(part: PartName): JobDefinition<PartJobData> {
  return JOB_OF_PART[part];
}

export function jobIdOf(data: PartJobData): string {
  return `${data.clipId}.${data.part}.${data.run}`;
}

/** Start-up fails on a part without a handler, or a handler without a part. */
export function checkCatalogue(handlers: ReadonlyMap<string, unknown>): void {
  const parts = new Set<string>(PARTS.map(({ part }) => part));
  const missing = [...parts].filter((part) => !handlers.has(part));
  const stray = [...handlers.keys()].filter((part) => !parts.has(part));
  if (missing.length > 0 || stray.length > 0) {
    throw new Error(
      `handlers do not fit the plan: missing ${missing.join(', ') || 'none'}, stray ${stray.join(', ') || 'none'}`,
    );
  }
}

export const ClipEventPayload = z.object({ clipId: z.uuid() });
export const VerificationPayload = z.object({ runId: z.uuid() });
