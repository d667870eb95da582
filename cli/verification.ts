import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient } from './api-client.js';
import { askPatiently } from './follow-status.js';
import { plainText } from './plain-text.js';

export interface Difference {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly subject: string;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
}

export interface VerificationReport {
  /** No difference of severity `error`. */
  readonly ok: boolean;
  readonly custodyRoleProtected?: boolean;
  readonly counts: Readonly<Record<string, number>>;
  /** The first of each code; `codes` counts all. */
  readonly differences: readonly Difference[];
  readonly codes: Readonly<Record<string, number>>;
}

/** A verification that somebody asked the desk for (contract.md, `/custody/verification`). */
export interface VerificationRun {
  readonly id: string;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
  readonly report: VerificationReport | null;
}

const LOOK_EVERY_MS = 500;

/** Ours, or one that somebody asked for after us: both look at everything that we asked about. */
function answers(asked: VerificationRun, latest: VerificationRun): boolean {
  return latest.finishedAt !== null && (latest.id === asked.id || latest.requestedAt >= asked.requestedAt);
}

/** Asks the desk to verify everything, and resolves with the finished run. */
export async function verifyOnDesk(
  api: ApiClient,
  onWait: (seconds: number) => void,
): Promise<VerificationRun> {
  const startedMs = Date.now();
  const asked = await api.post<VerificationRun>('/custody/verification', undefined);
  for (;;) {
    const latest = await askPatiently(() => api.get<VerificationRun>('/custody/verification'));
    if (answers(asked, latest)) return latest;
    onWait(Math.round((Date.now() - startedMs) / 1000));
    await delay(LOOK_EVERY_MS);
  }
}

function differenceLine({ code, severity, subject, message, expected, found }: Difference): string {
  const values = [
    expected === undefined ? null : `expected ${expected}`,
    found === undefined ? null : `found ${found}`,
  ];
  const detail = values.filter((text) => text !== null).join(', ');
  return plainText(`${code} ${severity}: ${subject}: ${message}${detail === '' ? '' : ` (${detail})`}`);
}

/** A report for people: each difference, what was looked at, and the outcome. */
export function verificationText(report: VerificationReport): string {
  const { ok, custodyRoleProtected, counts, differences, codes } = report;
  const total = Object.values(codes).reduce((sum, count) => sum + count, 0);
  const unlisted = total - differences.length;
  const looked = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
  return [
    ...differences.map(differenceLine),
    ...(unlisted > 0 ? [`… and ${unlisted} more differences`] : []),
    ...(custodyRoleProtected === false
      ? ['custody not role-protected: the database refused a narrower role']
      : []),
    `looked at ${looked.join(', ')}`,
    ok ? 'Everything is as recorded.' : 'NOT as recorded: see the differences above.',
  ].join('\n');
}
