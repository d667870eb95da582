import { useRef, useState } from 'react';
import { emptyDraft, isEmpty, readDraft, withEvidence, type Draft, type Evidence } from './draft';

export interface KeptDraft {
  readonly draft: Draft;
  readonly change: (fields: Partial<Draft>) => void;
  readonly add: (entry: Evidence) => void;
  readonly discard: () => void;
  /** false when the browser would not keep it: a reload would lose it. */
  readonly isKept: boolean;
}

/** Of one person and one claim: the next person at this computer does not find it. */
export const draftKey = (userId: string, claimId: string, kind: string): string =>
  `sightline.draft.${userId}.${claimId}.${kind}`;

/** A draft that outlives a reload and a lost session, in this tab alone. */
export function useDraft(key: string): KeptDraft {
  const [draft, setDraft] = useState<Draft>(() => readDraft(sessionStorage.getItem(key)) ?? emptyDraft);
  const [isKept, setIsKept] = useState(true);
  // An upload that ends later adds to what was written meanwhile.
  const newest = useRef(draft);
  const put = (next: Draft) => {
    newest.current = next;
    setDraft(next);
    setIsKept(keep(key, next));
  };
  return {
    draft,
    change: (fields) => put({ ...newest.current, ...fields }),
    add: (entry) => put({ ...newest.current, evidence: withEvidence(newest.current.evidence, entry) }),
    discard: () => put(emptyDraft),
    isKept,
  };
}

export const hasDraft = (key: string): boolean => {
  const draft = readDraft(sessionStorage.getItem(key));
  return draft !== null && !isEmpty(draft);
};

function keep(key: string, draft: Draft): boolean {
  if (isEmpty(draft)) {
    sessionStorage.removeItem(key);
    return true;
  }
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch (error) {
    // Full, or forbidden by the browser: the person is told.
    if (error instanceof DOMException) return false;
    throw error;
  }
}
