import { UsageError } from './failures.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * The one id among the arguments of a command.
 * @throws UsageError when there is none, or more
 */
export function onlyId(positionals: readonly string[], what: string): string {
  const [text, ...more] = positionals.map((word) => word.trim());
  if (text === undefined || more.length > 0) throw new UsageError(`Give the id of one ${what}.`);
  if (!isId(text)) throw new UsageError(`"${text}" is not the id of a ${what}.`);
  return text.toLowerCase();
}
