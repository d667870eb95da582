import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { isProcessAlive, markProcess, ProcessMark } from '../platform/embedded/process-mark.js';
import { CHILD_ROLES, signalGroup } from './child-process.js';

const Entry = z.object({ role: z.enum(CHILD_ROLES), workerId: z.uuid().nullable(), mark: ProcessMark });
type Entry = z.infer<typeof Entry>;

/** A child of a killed supervisor gets this long to end by itself, as it does when the channel to us breaks. */
const OWN_END_MS = 3_000;

/** Which processes we have started, on disk: a killed supervisor's successor must end them and report its workers. */
export class ChildrenRecord {
  readonly #file: string;
  #entries: Entry[];

  constructor(dataDir: string) {
    this.#file = path.join(dataDir, 'children.json');
    this.#entries = readEntries(this.#file);
  }

  add(role: Entry['role'], pid: number, workerId: string | null): void {
    this.#write([...this.#entries, { role, workerId, mark: markProcess(pid) }]);
  }

  removePid(pid: number): void {
    this.#write(this.#entries.filter((entry) => entry.mark.pid !== pid));
  }

  removeWorker(workerId: string): void {
    this.#write(this.#entries.filter((entry) => entry.workerId !== workerId));
  }

  /** Ends what an earlier supervisor left running. Answers the ids of its workers, which stay on record until removed. */
  async endLeftovers(): Promise<string[]> {
    const deadline = Date.now() + OWN_END_MS;
    const living = (): Entry[] => this.#entries.filter((entry) => isProcessAlive(entry.mark));
    while (living().length > 0 && Date.now() < deadline) await delay(50);
    for (const entry of living()) signalGroup(entry.mark.pid, 'SIGKILL', 'group');
    this.#write(this.#entries.filter((entry) => entry.workerId !== null));
    return this.#entries.flatMap((entry) => entry.workerId ?? []);
  }

  #write(entries: Entry[]): void {
    this.#entries = entries;
    writeFileSync(`${this.#file}.new`, JSON.stringify(entries), { mode: 0o600 });
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function readEntries(file: string): Entry[] {
  try {
    return z.array(Entry).parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return []; // first start, or a file that is not ours
  }
}
