import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Surroundings } from './connection.js';
import { errorCode, errorText } from './error-code.js';
import { UsageError } from './failures.js';
import type { Terminal } from './terminal.js';

export interface CommandContext {
  readonly terminal: Terminal;
  readonly around: Surroundings;
  /** Where relative file names start. */
  readonly cwd: string;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** What `sightline help NAME` prints. */
  readonly help: string;
  /** Resolves with the exit code: 0 only when what was asked for happened. */
  run(args: readonly string[], context: CommandContext): Promise<number>;
}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Options and positionals of a command line.
 * @throws UsageError for unknown options and missing values
 */
export function readArguments<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (errorCode(error)?.startsWith('ERR_PARSE_ARGS') === true)
      throw new UsageError(firstSentence(errorText(error)));
    throw error;
  }
}

/** Node adds advice about `--` and quoting that is longer than the fault. */
function firstSentence(message: string): string {
  return /^.*?[.?](?=\s|$)/s.exec(message)?.[0] ?? message;
}

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(JSON.stringify(value, null, 2));
}
