import { clockOfMs } from '@/ui/time';
import type { Schemas } from '@/api/problem';
import type { Records } from './use-records';

type Entry = Schemas['FindingEvidenceEntry'];

export interface EvidenceWords {
  /** `evidence.<kind>` names the kind. */
  readonly kind: Entry['kind'];
  readonly text: string;
  readonly isCode: boolean;
  /** Where in the clip it is, if it is a moment of it. */
  readonly ptsMs: number | null;
}

/** What an entry of evidence points at, in words that a person can tell apart. What is not known any more keeps its id. */
export function evidenceWords(entry: Entry, records: Records): EvidenceWords {
  const ref = entry.ref ?? '';
  const words = (text: string, isCode: boolean, ptsMs: number | null = null) => ({
    kind: entry.kind,
    text,
    isCode,
    ptsMs,
  });
  switch (entry.kind) {
    case 'frame': {
      const frame = records.frames.find(({ id }) => id === ref);
      return frame === undefined ? words(ref, true) : words(clockOfMs(frame.ptsMs), true, frame.ptsMs);
    }
    case 'annotation': {
      const mark = records.annotations.find(({ id }) => id === ref);
      return mark === undefined ? words(ref, true) : words(markText(mark), false, mark.anchor.ptsMs);
    }
    case 'finding': {
      const finding = records.findings.find(({ id }) => id === ref);
      return finding === undefined ? words(ref, true) : words(finding.summary, false);
    }
    case 'file': {
      const file = records.files.find(({ id }) => id === ref);
      return file === undefined ? words(ref, true) : words(file.fileName ?? file.mediaType, false);
    }
    case 'match':
    case 'metadata':
    case 'url':
    case 'calculation':
      return words(ref, true);
    case 'search':
    case 'none_found':
      return words(ref, false);
  }
}

/** What was written beside a mark, or where it is when nothing was. */
export function markText({ body, anchor }: Schemas['Annotation']): string {
  const written = body.map(({ value }) => value).join(' · ');
  return written === '' ? clockOfMs(anchor.ptsMs ?? anchor.startMs ?? 0) : written;
}
