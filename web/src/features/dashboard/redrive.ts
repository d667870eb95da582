import { ProblemError } from '@/api/problem';

export interface RedriveProgress {
  readonly done: number;
  /** Meanwhile driven again by somebody else, or whole. */
  readonly settled: number;
  readonly refused: number;
  readonly error: unknown;
}

export interface RedriveWays {
  /** Clips that failed in this way, newest first, page by page. */
  readonly page: (
    cursor: string | null,
  ) => Promise<{ readonly ids: readonly string[]; readonly next: string | null }>;
  readonly retry: (clipId: string) => Promise<unknown>;
  readonly pause: (seconds: number) => Promise<void>;
  readonly onProgress: (progress: RedriveProgress) => void;
  readonly signal: AbortSignal;
}

const TRIES = 5;

/**
 * Drives clips again one after the other, so that the desk is not flooded and one can stop. A clip that cannot be does not
 * stop the others; a desk that says "later" is waited for.
 */
export async function redriveAll(ways: RedriveWays): Promise<RedriveProgress> {
  let progress: RedriveProgress = { done: 0, settled: 0, refused: 0, error: null };
  const tell = (change: Partial<RedriveProgress>) => {
    progress = { ...progress, ...change };
    ways.onProgress(progress);
  };
  try {
    let cursor: string | null = null;
    do {
      const { ids, next } = await ways.page(cursor);
      for (const id of ids) {
        if (ways.signal.aborted) return progress;
        const outcome = await retryOne(ways, id);
        tell({ [outcome]: progress[outcome] + 1 });
      }
      cursor = next;
    } while (cursor !== null && !ways.signal.aborted);
  } catch (error) {
    tell({ error });
  }
  return progress;
}

async function retryOne(ways: RedriveWays, id: string): Promise<'done' | 'settled' | 'refused'> {
  for (let tries = 1; ; tries += 1) {
    try {
      await ways.retry(id);
      return 'done';
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (error.status === 409) return 'settled';
      if (error.status === 403 || error.status === 404) return 'refused';
      const isLater = error.status === 429 || error.status === 503;
      if (!isLater || tries === TRIES || ways.signal.aborted) throw error;
      await ways.pause(error.retryAfterS ?? 2 ** tries);
    }
  }
}
