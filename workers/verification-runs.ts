import { sql } from 'kysely';
import { SYSTEM_CHAIN, type CustodyEntry, type CustodyLog } from '../src/custody/index.js';
import { verifyStore, type VerificationReport } from '../src/custody/worker.js';
import { ClipEvidenceRows } from '../src/search/worker.js';
import type { Database } from '../src/platform/db/database.js';
import type { ObjectStore } from '../src/platform/storage/object-store.js';

/** Verifications of the whole store that an administrator asked for. */
export class VerificationRuns {
  constructor(
    private readonly rooms: { db: Database; store: ObjectStore; dataDir: string; custody: CustodyLog },
  ) {}

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
    await db.transaction().execute((tx) => this.rooms.custody.append(tx, [fixityEvent(runId, report)]));
    return report.ok ? 'ok' : 'differences';
  }
}

function fixityEvent(runId: string, report: VerificationReport): CustodyEntry {
  const { events, objects, bytes } = report.counts;
  return {
    chain: SYSTEM_CHAIN,
    action: report.ok ? 'fixity.ok' : 'fixity.failed',
    actor: 'system',
    body: { runId, events, objects, bytes, codes: report.codes },
  };
}
