import type { Executor } from '../../platform/db/database.js';
import type { ToolRecord } from '../../media/tool.js';
import type { StageOutcome, StageResult } from './stage.js';

/** What is kept of a finished stage: everything but the files, which lie in the store under their hashes. */
export interface StoredStageResult {
  readonly outcome: StageOutcome;
  readonly output: unknown;
  readonly artefacts: readonly {
    readonly kind: string;
    readonly key: string | null;
    readonly mediaType: string;
    readonly sha256Hex: string;
    readonly sha512Hex: string;
    readonly sizeBytes: number;
  }[];
  readonly toolRuns: readonly ToolRecord[];
  readonly warnings: readonly string[];
  readonly failure: StageResult<unknown>['failure'] | null;
}

export interface StageKey {
  readonly originalSha256: string;
  readonly stage: string;
  readonly version: number;
  readonly parametersSha256: string;
}

const KEY_COLUMNS = ['original_sha256', 'stage', 'stage_version', 'parameters_sha256'] as const;

/** Owns `stage_result`. Bytes are shared between clips, so what was found in them is too. */
export class StageResultRepository {
  async find(on: Executor, key: StageKey): Promise<StoredStageResult | undefined> {
    const row = await on
      .selectFrom('stage_result')
      .select('result')
      .where('original_sha256', '=', key.originalSha256)
      .where('stage', '=', key.stage)
      .where('stage_version', '=', key.version)
      .where('parameters_sha256', '=', key.parametersSha256)
      .executeTakeFirst();
    return row === undefined ? undefined : (row.result as unknown as StoredStageResult);
  }

  /** Of any version and settings: for those who make do with what there is. */
  async findNewest(
    on: Executor,
    originalSha256: string,
    stage: string,
  ): Promise<StoredStageResult | undefined> {
    const row = await on
      .selectFrom('stage_result')
      .select('result')
      .where('original_sha256', '=', originalSha256)
      .where('stage', '=', stage)
      .orderBy('stage_version', 'desc')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? undefined : (row.result as unknown as StoredStageResult);
  }

  /** For what is completed step by step. */
  async replace(on: Executor, key: StageKey, result: StoredStageResult): Promise<void> {
    const kept = JSON.stringify(result);
    await on
      .insertInto('stage_result')
      .values({ ...columnsOf(key), result: kept })
      .onConflict((conflict) => conflict.columns(KEY_COLUMNS).doUpdateSet({ result: kept }))
      .execute();
  }

  /** Two clips with the same bytes may finish together: the first result stays. */
  async insertUnlessKnown(tx: Executor, key: StageKey, result: StoredStageResult): Promise<void> {
    await tx
      .insertInto('stage_result')
      .values({ ...columnsOf(key), result: JSON.stringify(result) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

function columnsOf(key: StageKey) {
  return {
    original_sha256: key.originalSha256,
    stage: key.stage,
    stage_version: key.version,
    parameters_sha256: key.parametersSha256,
  };
}
