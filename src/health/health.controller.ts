import { statfs } from 'node:fs/promises';
import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { sql } from 'kysely';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { isCustodyRoleProtected } from '../custody/index.js';
import { Access, PublicAccess } from '../identity/index.js';
import type { Config } from '../platform/config/config.js';
import type { Database } from '../platform/db/database.js';
import { InjectConfig, InjectDatabase, InjectObjectStore, InjectQueue } from '../platform/platform.tokens.js';
import type { QueueBackend } from '../platform/queue/queue-backend.js';
import { freshestHeartbeatMs } from '../platform/queue/worker-registry.js';
import type { ObjectStore } from '../platform/storage/object-store.js';
import { collectMetrics } from './metrics.js';

const Readiness = z
  .object({
    status: z.enum(['ready', 'not_ready']),
    parts: z.object({
      database: z.enum(['up', 'down']),
      queue: z.enum(['up', 'down']),
      storage: z.enum(['up', 'down']),
      worker: z.enum(['up', 'down']),
    }),
    custody: z.enum(['role-protected', 'not role-protected', 'unknown']),
  })
  .meta({ id: 'Readiness' });
type Readiness = z.infer<typeof Readiness>;

/** A worker beats every 5 s; three missed beats and the desk is not ready. */
const HEARTBEAT_OLD_MS = 15_000;
const PROBE_MS = 2_000;

@Controller()
export class HealthController {
  constructor(
    @InjectConfig() private readonly config: Config,
    @InjectDatabase() private readonly db: Database,
    @InjectQueue() private readonly queues: QueueBackend,
    @InjectObjectStore() private readonly store: ObjectStore,
  ) {}

  @Get('healthz')
  @PublicAccess()
  @ApiOkResponse({ description: 'The process lives.' })
  health() {
    return { status: 'alive' };
  }

  @Get('readyz')
  @PublicAccess()
  @ApiOkResponse({ standardSchema: Readiness })
  @ApiResponse({ status: 503, standardSchema: Readiness })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const [database, queue, storage, worker, protectedRole] = await Promise.all([
      answers(sql`select 1`.execute(this.db)),
      answers(this.queues.ping()),
      answers(this.store.probe()),
      answers(this.#workerBeats()),
      custodyProtection(this.db),
    ]);
    const parts = { database, queue, storage, worker };
    const ready = Object.values(parts).every((state) => state === 'up');
    if (!ready) void reply.status(503);
    return { status: ready ? 'ready' : 'not_ready', parts, custody: protectedRole };
  }

  @Get('metrics')
  @Access('read', 'dashboard')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @ApiOkResponse({ description: 'Prometheus text.' })
  async metrics(): Promise<string> {
    const disk = await statfs(this.config.dataDir);
    return collectMetrics({ db: this.db, queues: this.queues, freeBytes: disk.bavail * disk.bsize });
  }

  async #workerBeats(): Promise<void> {
    const age = await freshestHeartbeatMs(this.db);
    if (age === null || age > HEARTBEAT_OLD_MS) throw new Error('no worker answers');
  }
}

async function answers(question: Promise<unknown>): Promise<'up' | 'down'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PROBE_MS);
  });
  return Promise.race([question, late])
    .then(
      () => 'up' as const,
      () => 'down' as const,
    )
    .finally(() => clearTimeout(timer));
}

/** Of the role with which this very process is connected: the owner's would be no protection. */
async function custodyProtection(db: Database): Promise<Readiness['custody']> {
  try {
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db);
    const isProtected = await isCustodyRoleProtected(db, rows[0]?.role ?? '');
    return isProtected ? 'role-protected' : 'not role-protected';
  } catch (error) {
    if (error instanceof Error) return 'unknown';
    throw error;
  }
}
