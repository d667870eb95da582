import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { z } from 'zod';
import { PartError } from '../shared/errors.js';
import { findCredentialsMarker } from './content-credentials-marker.js';
import { CONTENT_CREDENTIALS_SCRIPT } from './content-credentials-script.js';
import { credentialsOf, manifestStoreSchema, type ContentCredentials } from './content-credentials-store.js';
import type { ToolLimits, ToolRecord, ToolRunner } from './tool.js';

/** Hashing 4 GiB takes some ten seconds; node alone reserves gigabytes of address space. */
const C2PA_LIMITS: ToolLimits = {
  timeoutMs: 120_000,
  cpuSeconds: 120,
  addressSpaceBytes: 8 * 1024 ** 3,
  fileSizeBytes: 1024 ** 2,
  stdoutBytes: 4 * 1024 ** 2,
};

export interface ContentCredentialsReport {
  readonly credentials: ContentCredentials;
  readonly records: readonly ToolRecord[];
}

/**
 * Validates embedded C2PA content credentials. The native library runs in a sandboxed child and only when the file announces
 * a manifest; remote manifests and revocation lists are never fetched. A failure of the library is `not_checked`, never `absent`.
 * @throws the signal's reason when aborted
 */
export async function readContentCredentials(
  tools: ToolRunner,
  input: { readonly inputPath: string; readonly mediaType: string; readonly signal: AbortSignal },
): Promise<ContentCredentialsReport> {
  const marker = await findCredentialsMarker(input.inputPath);
  if (marker === 'absent') return { credentials: { state: 'absent' }, records: [] };
  if (marker === 'not_looked_for') {
    return notChecked('Content credentials are not looked for in this kind of container.');
  }
  const programDir = c2paFolder();
  if (programDir === undefined) return notChecked('The library that reads them is not installed.');
  try {
    const { record, stdout } = await tools.run({
      tool: 'node',
      args: (at) => ['--input-type=module', '-', at.program, at.input, input.mediaType],
      stdin: CONTENT_CREDENTIALS_SCRIPT,
      inputPath: input.inputPath,
      programDir,
      limits: C2PA_LIMITS,
      signal: input.signal,
    });
    return { credentials: judged(stdout), records: [record] };
  } catch (error) {
    input.signal.throwIfAborted();
    if (!(error instanceof PartError)) throw error;
    return notChecked(`The library that reads them failed: ${error.publicMessage}`);
  }
}

function notChecked(reason: string): ContentCredentialsReport {
  return { credentials: { state: 'not_checked', reason }, records: [] };
}

/** Resolved, not imported: the native code must never be loaded into a worker. */
function c2paFolder(): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve('@contentauth/c2pa-node')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

const answerSchema = z.union([
  z.object({ store: manifestStoreSchema.nullable() }),
  z.object({ error: z.string() }),
  z.object({ unavailable: z.string() }),
]);

function judged(stdout: Buffer): ContentCredentials {
  const parsed = answerSchema.safeParse(jsonOf(stdout));
  if (!parsed.success) return { state: 'not_checked', reason: 'The answer of the library cannot be read.' };
  const answer = parsed.data;
  if ('unavailable' in answer) {
    return { state: 'not_checked', reason: `The library does not load here: ${answer.unavailable}` };
  }
  if ('error' in answer) {
    return { state: 'invalid', reason: `The manifest cannot be read: ${answer.error}` };
  }
  return answer.store === null ? { state: 'absent' } : credentialsOf(answer.store);
}

function jsonOf(stdout: Buffer): unknown {
  try {
    return JSON.parse(stdout.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
