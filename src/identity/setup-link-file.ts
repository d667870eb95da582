import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `DATA_DIR/setup-link`: where whoever installed the desk finds the way to the first password. */
export function setupLinkFile(dataDir: string): string {
  return join(dataDir, 'setup-link');
}

/** The secret in the file; undefined when there is no such file. */
export async function readSetupLinkSecret(dataDir: string): Promise<string | undefined> {
  try {
    return (await readFile(setupLinkFile(dataDir), 'utf8')).trim().split('#token=')[1];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export async function writeSetupLinkFile(dataDir: string, url: string): Promise<void> {
  await writeFile(setupLinkFile(dataDir), `${url}\n`, { mode: 0o600, flush: true });
  await chmod(setupLinkFile(dataDir), 0o600);
}

/** Removes the file when it holds this secret, or whatever it holds. */
export async function removeSetupLinkFile(dataDir: string, secret?: string): Promise<void> {
  if (secret !== undefined && (await readSetupLinkSecret(dataDir)) !== secret) return;
  await rm(setupLinkFile(dataDir), { force: true });
}
