import type { Attempt } from '../../clips/worker.js';
import type { CustodyEntry } from '../../custody/index.js';
import type { StageKey, StoredStageResult } from './stage-result.repository.js';

/** Every derivative with its parent and the exact tool runs that made it. */
export function stageEvents(attempt: Attempt, key: StageKey, result: StoredStageResult): CustodyEntry[] {
  if (result.artefacts.length === 0) return [];
  return [
    {
      chain: attempt.caseId,
      clipId: attempt.clipId,
      action: 'derivative.sealed',
      actor: `worker:${attempt.workerId}`,
      body: {
        part: attempt.part,
        stageVersion: key.version,
        objects: result.artefacts.map((artefact) => ({
          kind: artefact.kind,
          sha256: artefact.sha256Hex,
          sizeBytes: artefact.sizeBytes,
          ...(artefact.key === null ? {} : { key: artefact.key }),
          parent: key.originalSha256,
        })),
        tools: result.toolRuns.map((run) => ({ ...run, args: [...run.args] })),
      },
    },
  ];
}
