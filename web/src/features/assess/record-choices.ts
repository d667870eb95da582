import { clockOfMs } from '@/ui/time';
import { markText } from './evidence-words';
import type { Records } from './use-records';

type RecordKind = 'frame' | 'annotation' | 'finding' | 'match' | 'file';

export interface RecordChoices {
  readonly kind: RecordKind;
  readonly choices: readonly { readonly id: string; readonly text: string }[];
}

/** As long as a line of a list; the whole text stands where the record is. */
const LINE = 90;
const line = (text: string) => (text.length > LINE ? `${text.slice(0, LINE)}…` : text);

/** What of the clip can be chosen as evidence, by kind: neither what was withdrawn nor a kind without any. */
export function recordChoices({ frames, annotations, findings, matches, files }: Records): RecordChoices[] {
  const all: RecordChoices[] = [
    {
      kind: 'frame',
      choices: frames.map(({ id, index, ptsMs }) => ({ id, text: `${clockOfMs(ptsMs)} · ${index + 1}` })),
    },
    {
      kind: 'annotation',
      choices: annotations
        .filter(({ withdrawnAt }) => withdrawnAt === null)
        .map((mark) => ({ id: mark.id, text: line(markText(mark)) })),
    },
    {
      kind: 'finding',
      choices: findings
        .filter(({ withdrawn }) => withdrawn === null)
        .map(({ id, summary }) => ({ id, text: line(summary) })),
    },
    {
      kind: 'match',
      choices: matches.map((match) => ({
        id: match.id,
        text:
          'elsewhere' in match
            ? match.id
            : `${match.kind} · ${Math.round(match.score * 100)} % · ${match.state}`,
      })),
    },
    {
      kind: 'file',
      choices: files.map(({ id, fileName, mediaType }) => ({ id, text: line(fileName ?? mediaType) })),
    },
  ];
  return all.filter(({ choices }) => choices.length > 0);
}
