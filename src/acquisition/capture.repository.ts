import type { Executor } from '../platform/db/database.js';

export interface NewCapture {
  readonly id: string;
  readonly clipId: string;
  readonly fetcher: string;
  readonly record: object;
  readonly recordSha256: string;
  readonly platformInfo: object | null;
  readonly outcome: 'sealed' | 'refused' | 'failed';
}

/** Owns `capture`. */
export async function insertCapture(tx: Executor, capture: NewCapture): Promise<void> {
  await tx
    .insertInto('capture')
    .values({
      id: capture.id,
      clip_id: capture.clipId,
      fetcher: capture.fetcher,
      record: JSON.stringify(capture.record),
      record_sha256: capture.recordSha256,
      platform_info: capture.platformInfo === null ? null : JSON.stringify(capture.platformInfo),
      outcome: capture.outcome,
    })
    .execute();
}
