import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Custody on a durable embedded PostgreSQL (fsync on): appends by eight clients at once, then signing and verifying logs of
 * growing size. `node bench/custody.bench.mjs [--events 100000,1000000] [--seconds 10]`; prints one JSON object.
 */
// Runs the TypeScript sources as they are.
await import('./frames-ts-hooks.mjs');
const { startEmbeddedPostgres } = await import('../src/platform/embedded/postgres.ts');
const { migrate } = await import('../src/platform/db/migrate.ts');
const { openDatabase } = await import('../src/platform/db/database.ts');
const { LocalObjectStore } = await import('../src/platform/storage/local-object-store.ts');
const { CustodyLog } = await import('../src/custody/custody-log.ts');
const { PrivateVault } = await import('../src/custody/keys/private-vault.ts');
const { CheckpointSigner } = await import('../src/custody/checkpoints/checkpoint-signer.ts');
const { verifyStore } = await import('../src/custody/verify/verify-store.ts');
const { canonicalEvent, eventLeaf } = await import('../src/custody/domain/custody-event.ts');

const CLIENTS = 8;
const BATCH = 2_000;

const sizes = (option('--events') ?? '100000,1000000').split(',').map(Number);
const seconds = Number(option('--seconds') ?? 10);
const result = { clients: CLIENTS, append: null, logs: [] };

const dataDir = await mkdtemp(path.join(tmpdir(), 'sightline-bench-'));
const server = await startEmbeddedPostgres({ dataDir });
try {
  const { appUrl } = await migrate({ ownerUrl: server.ownerUrl, dataDir });
  const app = openDatabase(appUrl, { maxConnections: CLIENTS + 2 });
  const owner = openDatabase(server.ownerUrl, { maxConnections: 1 });
  result.append = await measureAppends(app.db);
  for (const size of sizes) {
    await fill(owner, size);
    result.logs.push(await measureLog(app.db, size));
  }
  await app.close();
  await owner.close();
} finally {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
console.log(JSON.stringify(result, null, 2));

/** One event in one transaction each, as the service appends them; a case for each client. */
async function measureAppends(db) {
  const log = new CustodyLog(await PrivateVault.open(dataDir));
  const latenciesMs = [];
  const end = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const chain = randomUUID();
      while (performance.now() < end) {
        const before = performance.now();
        await db.transaction().execute((tx) => log.append(tx, [entry(chain)]));
        latenciesMs.push(performance.now() - before);
      }
    }),
  );
  latenciesMs.sort((a, b) => a - b);
  const at = (share) => round(latenciesMs[Math.floor(latenciesMs.length * share)]);
  return { perSecond: Math.round(latenciesMs.length / seconds), p50Ms: at(0.5), p99Ms: at(0.99) };
}

function entry(chain) {
  const body = { part: 'probe', run: 1, attempt: 1, outcome: 'found', durationMs: 120 };
  return { chain, clipId: randomUUID(), action: 'part.completed', actor: `worker:${randomUUID()}`, body };
}

/** Fills the log as its owner, past the functions but to the same rows: a million appends would take half an hour. */
async function fill({ pool }, size) {
  const { rows } = await pool.query('select coalesce(max(seq), 0)::int as seq from custody_event');
  const chains = Array.from({ length: 200 }, () => ({ chain: randomUUID(), chainSeq: 0, leaf: null }));
  for (let seq = rows[0].seq; seq < size;) {
    const texts = [];
    for (; seq < size && texts.length < BATCH; seq += 1) {
      const head = chains[seq % chains.length];
      const place = {
        v: 1,
        seq: seq + 1,
        id: randomUUID(),
        at: new Date().toISOString(),
        privateCommit: null,
      };
      const text = canonicalEvent({
        ...place,
        ...entry(head.chain),
        chainSeq: (head.chainSeq += 1),
        prev: head.leaf,
      });
      head.leaf = eventLeaf(text);
      texts.push(text);
    }
    await pool.query(
      `insert into custody_event select (e->>'seq')::bigint, (e->>'id')::uuid, (e->>'at')::timestamptz, e->>'chain',
         (e->>'chainSeq')::bigint, (e->>'clipId')::uuid, e->>'action', e->>'actor', canonical, null,
         decode(e->>'prev', 'hex'), sha256('\\x00' || convert_to(canonical, 'UTF8'))
       from (select canonical, canonical::jsonb as e from unnest($1::text[]) as canonical) as event`,
      [texts],
    );
  }
  await pool.query('analyze custody_event');
}

async function measureLog(db, size) {
  const store = await LocalObjectStore.open(path.join(dataDir, 'objects'));
  const signer = await CheckpointSigner.open({ db, dataDir });
  const signAll = await timed(() => signer.signCheckpoint());
  const log = new CustodyLog(await PrivateVault.open(dataDir));
  await log.append(
    db,
    Array.from({ length: 1000 }, () => entry('system')),
  );
  const signNext1000 = await timed(() => signer.signCheckpoint());
  let report;
  const verify = await timed(async () => {
    report = await verifyStore({ db, store, dataDir });
  });
  if (!report.ok) throw new Error(`the log is not whole: ${JSON.stringify(report.differences.slice(0, 3))}`);
  const rssMb = Math.round(process.memoryUsage.rss() / 1024 ** 2);
  return { events: report.counts.events, filledTo: size, signAll, signNext1000, verify, rssMb };
}

/** Wall time, and the CPU time of this process alone: on a busy machine only the second can be compared. */
async function timed(work) {
  const before = performance.now();
  const cpu = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(cpu);
  return { ms: Math.round(performance.now() - before), cpuMs: Math.round((user + system) / 1000) };
}

function option(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function round(ms) {
  return Math.round(ms * 10) / 10;
}
