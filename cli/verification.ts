import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient } from './api-client.js';
import { ProblemError } from './failures.js';
import { plainText } from './plain-text.js';

export interface Difference {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly subject: string;
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
}

/** What the desk says of its last verification (contract.md, `GET /custody/verification`). */
export interface Verification {
  readonly finishedAt?: string | null;
  readonly ok?: boolean;
  readonly differences?: readonly Difference[];
  readonly error?: { readonly message: string } | null;
}

const LOOK_EVERY_MS = 500;

async function lastVerification(api: ApiClient): Promise<Verification | null> {
  try {
    return await api.get<Verification>('/custody/verification');
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 404) return null; // none yet
    throw error;
  }
}

/** Asks the desk to verify everything and resolves with the result once it is newer than the last. */
export async function verifyOnDesk(api: ApiClient, onWait: (seconds: number) => void): Promise<Verification> {
  const before = (await lastVerification(api))?.finishedAt ?? null;
  await api.request('POST', '/custody/verification', { json: {} });
  const startedMs = Date.now();
  for (;;) {
    const now = await lastVerification(api);
    const finishedAt = now?.finishedAt ?? null;
    if (now !== null && finishedAt !== null && finishedAt !== before) return now;
    onWait(Math.round((Date.now() - startedMs) / 1000));
    await delay(LOOK_EVERY_MS);
  }
}

/** Warnings alone do not make a verification fail. A report that says nothing of its outcome is no good one. */
export function isSound({ ok, differences, error }: Verification): boolean {
  if (error !== undefined && error !== null) return false;
  if (ok !== undefined) return ok;
  return differences !== undefined && differences.every(({ severity }) => severity !== 'error');
}

export function differenceLine({ code, severity, subject, message, expected, found }: Difference): string {
  const values = [
    expected === undefined ? null : `expected ${expected}`,
    found === undefined ? null : `found ${found}`,
  ];
  const detail = values.filter((text) => text !== null).join(', ');
  return plainText(`${code} ${severity}: ${subject}: ${message}${detail === '' ? '' : ` (${detail})`}`);
}
