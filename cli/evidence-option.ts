import { UsageError } from './failures.js';

export interface Evidence {
  readonly kind: string;
  readonly ref?: string;
  readonly note?: string;
}

/**
 * `frame:0197… the minaret` is evidence of kind `frame` with a reference and a note; what follows the first space is the
 * note. `none_found: what was looked for` has a note alone. Which kinds there are is for the desk to judge.
 * @throws UsageError when there is no kind
 */
export function evidenceOf(text: string): Evidence {
  const [, kind, rest = ''] = /^([a-z_]+)(?::(.*))?$/s.exec(text.trim()) ?? [];
  if (kind === undefined)
    throw new UsageError(`"${text}" is not evidence: write KIND:REF, and a note after a space.`);
  const [, ref = '', note = ''] = /^(\S*)\s*(.*)$/s.exec(rest) ?? [];
  return { kind, ...(ref === '' ? {} : { ref }), ...(note.trim() === '' ? {} : { note: note.trim() }) };
}

export const EVIDENCE_HELP = `
  --evidence KIND:REF   what it rests on, with a note after a space (may be repeated): frame:ID, annotation:ID,
                        finding:ID, match:ID, file:ID, url:https://…, metadata:container.tags.creation_time
                        or "none_found: what was looked for and where"`;
