import { useCallback, useState } from 'react';
import type { EvidenceEntry } from '@/workspace/workspace';

/** What has been gathered as evidence on this page, each thing once. */
export function useEvidence() {
  const [evidence, setEvidence] = useState<readonly EvidenceEntry[]>([]);
  const addEvidence = useCallback(
    (entry: EvidenceEntry) =>
      setEvidence((old) => (old.some((known) => isSame(known, entry)) ? old : [...old, entry])),
    [],
  );
  const removeEvidence = useCallback(
    (index: number) => setEvidence((old) => old.filter((_, place) => place !== index)),
    [],
  );
  const clearEvidence = useCallback(() => setEvidence([]), []);
  return { evidence, addEvidence, removeEvidence, clearEvidence };
}

function isSame(one: EvidenceEntry, other: EvidenceEntry): boolean {
  return one.kind === other.kind && one.ref === other.ref && one.note === other.note;
}
