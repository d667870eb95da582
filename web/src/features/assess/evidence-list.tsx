import type { Schemas } from '@/api/problem';
import { entryName } from './differences';
import { EvidenceItem } from './evidence-item';
import type { Records } from './use-records';

interface Props {
  readonly evidence: readonly Schemas['FindingEvidenceEntry'][];
  readonly records: Records;
  readonly label: string;
  /** Names of entries that not everybody gave. */
  readonly marked?: ReadonlySet<string>;
}

export function EvidenceList({ evidence, records, label, marked }: Props) {
  return (
    <ul className="sl-plain-list" aria-label={label}>
      {evidence.map((entry, index) => (
        // The same entry may stand twice in what somebody once wrote.
        <li key={`${entryName(entry)}-${index}`}>
          <EvidenceItem entry={entry} records={records} isMarked={marked?.has(entryName(entry)) ?? false} />
        </li>
      ))}
    </ul>
  );
}
