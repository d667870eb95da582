/** Whether the system answered with this code. No `instanceof`: Node's errors are of another realm inside jest. */
export function hasErrorCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
