import type { Database } from '../../platform/db/database.js';
import type { ObjectStore } from '../../platform/storage/object-store.js';
import { CheckpointNotes, type CheckpointCopy } from '../checkpoints/checkpoint-notes.js';
import { PrivateVault } from '../keys/private-vault.js';
import { readVerifiers } from '../keys/signing-key.js';
import { listCheckpoints } from './custody-rows.repository.js';
import { DifferenceList } from './difference-list.js';
import { isCustodyRoleProtected, verifyProtection } from './protection.js';
import type { EvidenceRows, VerificationProgress, VerificationReport } from './verification.js';
import { verifyCheckpoints, wantedSizes, type CheckpointSources } from './verify-checkpoints.js';
import { verifyEvents, type LogFacts } from './verify-events.js';
import { verifyObjects } from './verify-objects.js';
import { verifyRows } from './verify-rows.js';

export interface VerifyStoreOptions {
  readonly db: Database;
  readonly store: ObjectStore;
  /** Where `keys/` and `checkpoints/` lie. Nothing is written there. */
  readonly dataDir: string;
  /** The rows to hold against the events; without them only events and objects are compared. */
  readonly evidence?: EvidenceRows | undefined;
  /** Folders of checkpoint notes that were kept elsewhere: the only witnesses that an insider here cannot reach. */
  readonly notesDirs?: readonly string[] | undefined;
  readonly onProgress?: ((progress: VerificationProgress) => void) | undefined;
  /** Ends the verification with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Recomputes the whole log from its texts, holds it against every signed checkpoint, the rows against the events, and
 * every byte of the store against both. Changes nothing. May run beside a working desk: log and rows are read in one
 * snapshot. It hashes on the calling thread, so not in the API process.
 * @throws when the database or the data folder cannot be read: then nothing is known.
 */
export async function verifyStore(options: VerifyStoreOptions): Promise<VerificationReport> {
  const startedAt = new Date().toISOString();
  const differences = new DifferenceList();
  const { log, expected, checkpoints, custodyRoleProtected } = await verifyDatabase(options, differences);
  const counts = await verifyObjects(options.store, {
    expected,
    differences,
    onProgress: progressOf(options, 'objects'),
  });
  return {
    startedAt,
    finishedAt: new Date().toISOString(),
    ok: !differences.hasErrors,
    custodyRoleProtected,
    counts: { events: log.size, chains: log.chains, ...counts, checkpoints },
    differences: differences.listed,
    codes: differences.codes,
  };
}

interface DatabaseFindings {
  readonly log: LogFacts;
  readonly expected: ReadonlyMap<string, number | undefined>;
  readonly checkpoints: number;
  readonly custodyRoleProtected: boolean;
}

async function verifyDatabase(
  options: VerifyStoreOptions,
  differences: DifferenceList,
): Promise<DatabaseFindings> {
  const vault = await PrivateVault.openExisting(options.dataDir);
  const verifiers = await readVerifiers(options.dataDir);
  // Before the snapshot: a checkpoint that is signed meanwhile would be missing from it and not from the folder.
  const copies = await listCopies(options);
  const snapshot = options.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only');
  return snapshot.execute(async (tx) => {
    const sources: CheckpointSources = { rows: await listCheckpoints(tx), copies, verifiers };
    const wanted = wantedSizes(sources);
    const log = await verifyEvents(tx, {
      wantedSizes: wanted,
      vault,
      differences,
      onProgress: progressOf(options, 'events'),
    });
    differences.add(...verifyCheckpoints(sources, log), ...(await verifyProtection(tx)));
    const expected = new Map<string, number | undefined>(log.sealed.expected);
    if (options.evidence !== undefined) {
      const onProgress = progressOf(options, 'rows');
      const referenced = await verifyRows(tx, options.evidence, {
        sealed: log.sealed,
        differences,
        onProgress,
      });
      if (log.words !== undefined) {
        differences.add(...(await log.words.compare(options.evidence.listWordRows(tx))));
      }
      for (const [sha256Hex, sizeBytes] of referenced) {
        expected.set(sha256Hex, expected.get(sha256Hex) ?? sizeBytes);
      }
    }
    const custodyRoleProtected = await isCustodyRoleProtected(tx);
    return { log, expected, checkpoints: wanted.size, custodyRoleProtected };
  });
}

/** Called after every page and every object, so it is also where an interrupted verification ends. */
function progressOf(
  options: VerifyStoreOptions,
  phase: VerificationProgress['phase'],
): (done: number) => void {
  return (done) => {
    options.signal?.throwIfAborted();
    options.onProgress?.({ phase, done });
  };
}

async function listCopies(options: VerifyStoreOptions): Promise<CheckpointCopy[]> {
  const elsewhere = (options.notesDirs ?? []).map((folder) => new CheckpointNotes(folder));
  const copies: CheckpointCopy[] = [];
  for (const notes of [CheckpointNotes.of(options.dataDir), ...elsewhere]) {
    for await (const copy of notes.list()) copies.push(copy);
  }
  return copies;
}
