import { IntegrityError, PartError } from '../../shared/errors.js';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Turns a file-system failure into the part error that the contract names. Part errors pass unchanged. */
export function asStorageError(error: unknown, doing: string): PartError {
  if (error instanceof PartError) return error;
  const code = errorCode(error);
  if (code !== undefined && FULL.has(code)) {
    return new PartError('storage_full', 'The store has no space left.', { doing, code }, { cause: error });
  }
  return new PartError(
    'storage_error',
    `The store failed while ${doing}.`,
    { doing, code },
    { cause: error },
  );
}

export async function storing<T>(doing: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asStorageError(error, doing);
  }
}

export function missingObject(sha256Hex: string): IntegrityError {
  return new IntegrityError('A preserved object is missing from the store.', { sha256Hex });
}
