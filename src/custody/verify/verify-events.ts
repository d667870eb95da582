import type { Executor } from '../../platform/db/database.js';
import { CompactRange } from '../domain/compact-range.js';
import type { EventEnvelope } from '../domain/custody-event.js';
import { difference, type Difference } from '../domain/difference.js';
import { ChainVerifier, eventSubject } from '../domain/verify-chain.js';
import { VaultError, type PrivateVault } from '../keys/private-vault.js';
import {
  listLoggedEvents,
  listOrphanedPayloads,
  listPayloads,
  type PayloadRow,
} from './custody-rows.repository.js';
import type { DifferenceList } from './difference-list.js';
import { SealedObjects } from './sealed-objects.js';
import { WordDigests } from './word-digests.js';

/** What the whole log says, read once. */
export interface LogFacts {
  readonly size: number;
  readonly chains: number;
  /** Root in hexadecimal at each wanted size that the log reaches. */
  readonly roots: ReadonlyMap<number, string>;
  readonly sealed: SealedObjects;
  /** Digests of people's words; undefined when the key to the private payloads is missing. */
  readonly words: WordDigests | undefined;
  /** Events `checkpoint.signed`, by the size that they name. */
  readonly signed: ReadonlyMap<number, EventEnvelope>;
}

/** Reads every event once: hashes, chains, tree, private payloads, and what each says is preserved. */
export async function verifyEvents(
  db: Executor,
  options: {
    wantedSizes: ReadonlySet<number>;
    vault: PrivateVault | undefined;
    differences: DifferenceList;
    onProgress: (done: number) => void;
  },
): Promise<LogFacts> {
  const { differences, vault } = options;
  const chains = new ChainVerifier();
  const tree = CompactRange.empty();
  const roots = new Map<number, string>();
  const sealed = new SealedObjects();
  const signed = new Map<number, EventEnvelope>();
  const words = new WordDigests();
  const payloads = new PayloadCheck(vault, words);
  for await (const page of listLoggedEvents(db)) {
    const events: EventEnvelope[] = [];
    for (const row of page) {
      const checked = chains.next(row);
      differences.add(...checked.differences);
      tree.append(Buffer.from(checked.leaf, 'hex'));
      if (options.wantedSizes.has(tree.size)) roots.set(tree.size, Buffer.from(tree.root()).toString('hex'));
      if (checked.event === undefined) continue;
      events.push(checked.event);
      differences.add(...sealed.add(checked.event));
      noteSigned(checked.event, signed);
    }
    differences.add(...(await payloads.check(db, events)));
    options.onProgress(tree.size);
  }
  differences.add(...payloads.unopened(), ...(await orphans(db)));
  return {
    size: tree.size,
    chains: chains.chains,
    roots,
    sealed,
    words: vault === undefined ? undefined : words,
    signed,
  };
}

function noteSigned(event: EventEnvelope, signed: Map<number, EventEnvelope>): void {
  const size = event.body['size'];
  if (event.action === 'checkpoint.signed' && typeof size === 'number') signed.set(size, event);
}

class PayloadCheck {
  #unopened = 0;

  constructor(
    private readonly vault: PrivateVault | undefined,
    private readonly words: WordDigests,
  ) {}

  async check(db: Executor, events: readonly EventEnvelope[]): Promise<Difference[]> {
    const committed = events.filter((event) => event.privateCommit !== null);
    if (committed.length === 0) return [];
    const rows = await listPayloads(
      db,
      committed.map((event) => event.id),
    );
    return committed.flatMap((event) => this.#checkOne(event, rows.get(event.id)));
  }

  /** One line for all of them: it is the key that is missing, not the payloads. */
  unopened(): Difference[] {
    if (this.#unopened === 0) return [];
    const message = `The key is missing, so ${this.#unopened} private payloads were not held against their commitments.`;
    return [difference('V051', 'keys/custody-private.key', message, {}, 'warning')];
  }

  #checkOne(event: EventEnvelope, row: PayloadRow | undefined): Difference[] {
    const wrong = (message: string): Difference[] => [difference('V019', eventSubject(event), message)];
    if (row === undefined) return wrong('Its private payload is missing.');
    if (this.vault === undefined) {
      this.#unopened += 1;
      return [];
    }
    try {
      this.words.add(event, this.vault.unseal(event.id, row, event.privateCommit ?? ''));
      return [];
    } catch (error) {
      if (error instanceof VaultError) return wrong(`Its private payload does not hold: ${error.message}.`);
      throw error;
    }
  }
}

async function orphans(db: Executor): Promise<Difference[]> {
  const ids = await listOrphanedPayloads(db);
  return ids.map((id) =>
    difference('V019', `event ${id}`, 'A private payload is stored for it, but it commits to none.'),
  );
}
