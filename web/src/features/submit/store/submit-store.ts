import { ProblemError } from '@/api/problem';
import { newKey } from '../rows/new-key';
import { changeDraft, EMPTY_DRAFT, type Draft, type DraftAction } from '../rows/draft';
import { fileRow, withShared, type DraftRow, type RowFault } from '../rows/row';
import { submissionOf, type Submission } from '../rows/submission-of';
import { faultsOf, sendLinks, type BatchRow } from '../sending/send-links';
import { uploadFile } from '../sending/upload-file';
import { NOTHING_KEPT, readKept, writeKept, type SentClip } from './kept';

/** How far a row on its way is: a share of the file, or null while nothing can be told. */
export interface Sending {
  readonly share: number | null;
  readonly error: ProblemError | null;
}

export interface SubmitState {
  readonly draft: Draft;
  readonly sent: readonly SentClip[];
  readonly sending: ReadonlyMap<string, Sending>;
  /** Why the links were not sent. */
  readonly error: unknown;
  /** False when the browser has no room to keep the draft over a reload. */
  readonly isKept: boolean;
}

/**
 * What is being handed in. It outlives the page, so that uploads go on while somebody looks at clips; the draft and what was
 * sent outlive a reload as well. Files cannot: their rows ask for them again.
 */
class SubmitStore {
  #state: SubmitState = { ...NOTHING_KEPT, sending: new Map(), error: null, isKept: true };
  #userId: string | null = null;
  readonly #files = new Map<string, File>();
  readonly #stops = new Map<string, AbortController>();
  readonly #uploadKeys = new Map<string, string>();
  readonly #watchers = new Set<() => void>();

  readonly state = (): SubmitState => this.#state;
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** What this person had begun in this tab. */
  open(userId: string): void {
    if (this.#userId === userId) return;
    this.#userId = userId;
    for (const stop of this.#stops.values()) stop.abort();
    this.#files.clear();
    this.#set({ ...readKept(sessionStorage, userId), sending: new Map(), error: null });
  }

  change(action: DraftAction): void {
    if (action.do === 'remove') for (const key of action.keys) this.#forget(key);
    this.#set({ draft: changeDraft(this.#state.draft, action) });
  }

  addFiles(files: readonly File[]): void {
    const rows = files.map((file) => {
      const row = fileRow(file.name);
      this.#files.set(row.key, file);
      return row;
    });
    this.change({ do: 'add', rows });
  }

  /** The file of a row, after a reload has lost it. */
  setFile(key: string, file: File): void {
    this.#files.set(key, file);
    this.change({ do: 'faults', faults: new Map([[key, []]]) });
  }

  clearSent(): void {
    this.#set({ sent: [] });
  }

  /**
   * Sends these rows. Rows that cannot be accepted stay, each with its faults at its fields.
   * @param inbox the case that counts where none is chosen
   */
  async send(rows: readonly DraftRow[], inbox: string): Promise<void> {
    const prepared = rows.map((row) => this.#prepare(row));
    const faulty = prepared.filter(({ faults }) => faults.length > 0);
    this.change({ do: 'faults', faults: new Map(prepared.map(({ row, faults }) => [row.key, faults])) });
    const good = prepared.filter((each) => !faulty.includes(each));
    await Promise.all([
      this.#sendLinks(
        good.filter(({ row }) => row.kind === 'link'),
        inbox,
      ),
      this.#sendFiles(
        good.filter(({ row }) => row.kind === 'file'),
        inbox,
      ),
    ]);
  }

  /** Stops an upload; its row stays. */
  stop(key: string): void {
    this.#stops.get(key)?.abort();
  }

  #prepare(row: DraftRow): Ready {
    const { submission, faults } = submissionOf(row, withShared(row.fields, this.#state.draft.shared));
    const own = row.faults.filter(({ isOurs }) => isOurs === true);
    const lacksFile = row.kind === 'file' && !this.#files.has(row.key);
    const file: RowFault[] = lacksFile ? [{ path: 'file', message: 'fileAgain', isOurs: true }] : [];
    const known = new Set(faults.map(({ path, message }) => `${path} ${message}`));
    const fromTable = own.filter(
      ({ path, message }) => FROM_TABLE.has(message) && !known.has(`${path} ${message}`),
    );
    return { row, submission, faults: [...faults, ...file, ...fromTable] };
  }

  async #sendLinks(links: readonly Ready[], inbox: string): Promise<void> {
    if (links.length === 0) return;
    const byKey = new Map(links.map((link) => [link.row.key, link]));
    this.#set({ error: null });
    for (const key of byKey.keys()) this.#progress(key, { share: null, error: null });
    try {
      await sendLinks(
        links.map(({ row, submission }) => ({ key: row.key, submission })),
        (answered) => {
          for (const { key, result } of answered) {
            const link = byKey.get(key);
            if (link !== undefined) this.#answered(link, result, inbox);
          }
        },
      );
    } catch (error) {
      this.#set({ error });
    } finally {
      for (const key of byKey.keys()) this.#progress(key, null);
    }
  }

  #answered({ row, submission }: Ready, result: BatchRow, inbox: string): void {
    if (result.clipId !== undefined && result.outcome !== 'rejected') {
      this.#took(row, submission, {
        clipId: result.clipId,
        caseId: submission.caseId ?? inbox,
        outcome: result.outcome,
      });
    } else if (result.problem !== undefined) {
      this.change({ do: 'faults', faults: new Map([[row.key, faultsOf(result.problem)]]) });
      this.#progress(row.key, null);
    }
  }

  /** One after the other: two halves of a line make two slow uploads. */
  async #sendFiles(files: readonly Ready[], inbox: string): Promise<void> {
    for (const { row } of files) {
      this.#stops.set(row.key, new AbortController());
      this.#progress(row.key, { share: 0, error: null });
    }
    for (const file of files) await this.#sendFile(file, inbox);
  }

  async #sendFile({ row, submission }: Ready, inbox: string): Promise<void> {
    const file = this.#files.get(row.key);
    const stop = this.#stops.get(row.key);
    if (file === undefined || stop === undefined) return;
    try {
      const clip = await uploadFile(file, submission, {
        onProgress: (share) => this.#progress(row.key, { share, error: null }),
        signal: stop.signal,
        idempotencyKey: this.#uploadKey(row.key, submission),
      });
      const outcome = clip.duplicateOf === undefined ? 'created' : 'duplicate';
      this.#took(row, submission, { clipId: clip.id, caseId: submission.caseId ?? inbox, outcome });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.errors.length > 0) this.change({ do: 'faults', faults: new Map([[row.key, error.errors]]) });
      this.#progress(row.key, error.code === 'aborted' ? null : { share: null, error });
    }
  }

  /** What was changed since the last try is another upload: under the same key it would be refused. */
  #uploadKey(rowKey: string, submission: Submission): string {
    const content = `${rowKey} ${JSON.stringify(submission)}`;
    const key = this.#uploadKeys.get(content) ?? newKey();
    this.#uploadKeys.set(content, key);
    return key;
  }

  #took(row: DraftRow, submission: Submission, taken: Pick<SentClip, 'clipId' | 'caseId' | 'outcome'>): void {
    const hasWords = submission.note !== undefined || Object.keys(submission.claims ?? {}).length > 0;
    const label = submission.url ?? row.fileName;
    const sent = [
      { ...taken, label, hasWords },
      ...this.#state.sent.filter(({ clipId }) => clipId !== taken.clipId),
    ];
    this.#forget(row.key);
    const rows = this.#state.draft.rows.filter(({ key }) => key !== row.key);
    // The draft is used up; what stood for all rows belonged to it.
    this.#set({ sent, draft: rows.length === 0 ? EMPTY_DRAFT : { ...this.#state.draft, rows } });
  }

  #forget(key: string): void {
    this.#stops.get(key)?.abort();
    this.#stops.delete(key);
    this.#files.delete(key);
    this.#progress(key, null);
  }

  #progress(key: string, progress: Sending | null): void {
    const sending = new Map(this.#state.sending);
    if (progress === null) sending.delete(key);
    else sending.set(key, progress);
    this.#set({ sending });
  }

  #set(change: Partial<SubmitState>): void {
    this.#state = { ...this.#state, ...change };
    const isWritten = change.draft === undefined && change.sent === undefined;
    if (!isWritten && this.#userId !== null) {
      const isKept = writeKept(sessionStorage, this.#userId, this.#state);
      this.#state = { ...this.#state, isKept };
    }
    for (const watcher of this.#watchers) watcher();
  }
}

interface Ready {
  readonly row: DraftRow;
  readonly submission: Submission;
  readonly faults: readonly RowFault[];
}

/** Faults that only a change of the row can mend: the row says less than its line in the table did. */
const FROM_TABLE: ReadonlySet<string> = new Set([
  'caseUnknown',
  'sensitivityUnknown',
  'brokenQuotes',
  'tooManyCells',
]);

export const submitStore = new SubmitStore();
