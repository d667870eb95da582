import { sql } from 'kysely';
import { verifyStore } from '../src/custody/worker.js';
import { ClipEvidenceRows } from '../src/search/worker.js';
import type { Database } from '../src/platform/db/database.js';
import type { ObjectStore } from '../src/platform/storage/object-store.js';

/** Verifications of the whole store that an administrator asked for. */
export class VerificationRuns {
  constructor(private readonly rooms: { db: Database; store: ObjectStore; dataDir: string }) {}

  async run(runId: string): Promise<string> {
    const { db, store, dataDir } = this.rooms;
    await db
      .updateTable('verification_run')
      .set({ started_at: sql<Date>`now()` })
      .where('id', '=', runId)
      .execute();
    const report = await verifyStore({ db, store, dataDir, evidence: new ClipEvidenceRows() });
    await db
      .updateTable('verification_run')
      .set({ finished_at: sql<Date>`now()`, report: JSON.stringify(report) })
      .where('id', '=', runId)
      .execute();
    return report.ok ? 'ok' : 'differences';
  }
}
