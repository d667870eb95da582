/** What verification can say, numbered so that scripts and people can hold on to it (the numbers never change meaning). */
export const DIFFERENCE_CODES = {
  V001: 'object missing',
  V002: 'object holds other bytes than its name says',
  V003: 'object has another size than recorded',
  V004: 'object cannot be read',
  V010: 'event does not match its leaf hash',
  V011: 'gap in the log',
  V012: 'break in the chain of a case',
  V013: 'log does not match a checkpoint',
  V014: 'log is shorter than a checkpoint',
  V015: 'checkpoint is not signed by a known key',
  V016: 'checkpoints contradict each other',
  V017: 'checkpoint row disagrees with its note or its event',
  V018: 'event row disagrees with its canonical text',
  V019: 'private payload does not match its commitment',
  V030: 'derivative of an unknown parent',
  V032: 'row disagrees with the event that made it',
  V033: 'row without an event',
  V034: 'event without its row',
  V041: 'unexpected file among the objects',
  V050: 'clock stepped back',
  V051: 'private payload could not be opened for a check',
  V052: 'checkpoint copy missing from the data folder',
  V060: 'append-only protection missing',
} as const;

export type DifferenceCode = keyof typeof DIFFERENCE_CODES;

export interface Difference {
  readonly code: DifferenceCode;
  /** Only errors make a verification fail. */
  readonly severity: 'error' | 'warning';
  /** What it is about: `event 17`, `object <hash>`, `checkpoint 1000`, `artefact <id>`; with the clip when it has one. */
  readonly subject: string;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
}

export function difference(
  code: DifferenceCode,
  subject: string,
  message: string,
  values: { expected?: string | number | null; found?: string | number | null } = {},
  severity: Difference['severity'] = 'error',
): Difference {
  return {
    code,
    severity,
    subject,
    message,
    ...(values.expected === undefined ? {} : { expected: String(values.expected) }),
    ...(values.found === undefined ? {} : { found: String(values.found) }),
  };
}
