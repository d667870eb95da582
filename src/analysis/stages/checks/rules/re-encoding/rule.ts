import type { Rule } from '../../domain/rule.js';
import { quoted, some } from '../../domain/say.js';
import { tagEvidence } from '../metadata-ref.js';
import { tracesOf, type Trace } from './signatures.js';

export const reEncoding: Rule = {
  id: 're-encoding',
  version: '1',
  check: ({ metadata, probe }) => {
    const claimId = null;
    if (metadata === null && probe === null)
      return [
        { outcome: 'not_applicable', claimId, summary: 'What the file says of itself could not be read.' },
      ];
    const traces = tracesOf(metadata, probe);
    if (traces.length === 0)
      return [
        {
          outcome: 'not_applicable',
          claimId,
          summary:
            'No mark of a platform, an editor or an encoder was found. Marks can be removed, so that does not make the file a camera original.',
        },
      ];
    return [
      {
        outcome: 'neutral',
        claimId,
        summary: `${traces.length === 1 ? 'A mark' : 'Marks'} of software ${traces.length === 1 ? 'is' : 'are'} in the file: ${some(traces.map(traceWords), 4)}. ${meaning(traces)} Marks can be removed and forged.`,
        compared: {
          traces: traces.map(({ tag, value, kind, maker }) => ({
            tag,
            value: value.slice(0, 200),
            kind,
            maker,
          })),
        },
        evidence: traces.slice(0, 5).map(({ tag }) => tagEvidence(tag)),
      },
    ];
  },
};

function traceWords({ maker, value }: Trace): string {
  return `${maker} (${quoted(value, 50)})`;
}

function meaning(traces: readonly Trace[]): string {
  if (traces.some(({ kind }) => kind === 'editor'))
    return 'An editing program has written it: what was cut or changed cannot be told from that.';
  return traces.some(({ kind }) => kind === 'platform')
    ? 'It came through a platform, which encodes anew and removes what the camera wrote.'
    : "It was encoded anew, as most posted clips are: it is most likely not the camera's own file.";
}
