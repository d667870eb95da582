import { EMPTY_DRAFT, type Draft } from '../rows/draft';

/** A submission that the desk has taken. */
export interface SentClip {
  readonly clipId: string;
  readonly caseId: string;
  /** The link or the file's name, as it was handed in. */
  readonly label: string;
  readonly outcome: 'created' | 'duplicate';
  /** Words came with it: of a known clip they were added. */
  readonly hasWords: boolean;
}

/** What a reload must not lose. Lives in this tab alone, and for this person. */
export interface Kept {
  readonly draft: Draft;
  readonly sent: readonly SentClip[];
}

export const NOTHING_KEPT: Kept = { draft: EMPTY_DRAFT, sent: [] };
const FORM = 1;

const nameFor = (userId: string) => `sightline.submit.${userId}`;

export function readKept(storage: Storage, userId: string): Kept {
  const text = storage.getItem(nameFor(userId));
  if (text === null) return NOTHING_KEPT;
  const found = JSON.parse(text) as Kept & { form?: number };
  return found.form === FORM ? { draft: found.draft, sent: found.sent } : NOTHING_KEPT;
}

/** @returns false when the browser has no room: the page says so */
export function writeKept(storage: Storage, userId: string, kept: Kept): boolean {
  const isEmpty = kept.draft === EMPTY_DRAFT && kept.sent.length === 0;
  try {
    if (isEmpty) storage.removeItem(nameFor(userId));
    else storage.setItem(nameFor(userId), JSON.stringify({ form: FORM, ...kept }));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
