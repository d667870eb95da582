import type { Command, CommandContext } from './command.js';
import { COMMANDS } from './commands/index.js';
import { errorText } from './error-code.js';
import { CliFailure, type Problem, ProblemError, UnreachableError, UsageError } from './failures.js';
import { plainText } from './plain-text.js';

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return `sightline COMMAND [options]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join('\n')}

"sightline help COMMAND" says more. Every command knows --json: its answer on standard output, everything else on
standard error. The exit code is 0 only when what was asked for happened; 2 when the command line itself is wrong.

The desk is the one that runs on DATA_DIR, or set SIGHTLINE_URL and SIGHTLINE_TOKEN (or SIGHTLINE_TOKEN_FILE).`;
}

function isHelp(word: string | undefined): boolean {
  return word === 'help' || word === '--help' || word === '-h';
}

function helpOf(name: string | undefined): string {
  if (name === undefined) return overview();
  return commandNamed(name).help;
}

function commandNamed(name: string): Command {
  const command = COMMANDS.find((each) => each.name === name);
  if (command === undefined)
    throw new UsageError(`There is no command "${name}". "sightline help" lists them.`);
  return command;
}

async function dispatch([first, ...rest]: readonly string[], context: CommandContext): Promise<number> {
  if (first === undefined) {
    context.terminal.note(overview());
    return 2;
  }
  const options = rest.slice(0, rest.includes('--') ? rest.indexOf('--') : rest.length);
  if (isHelp(first)) context.terminal.out(helpOf(rest[0]));
  else if (options.some((word) => word === '--help' || word === '-h')) context.terminal.out(helpOf(first));
  else return commandNamed(first).run(rest, context);
  return 0;
}

function asProblem(error: CliFailure): Problem {
  if (error instanceof ProblemError) return error.problem;
  const code =
    error instanceof UnreachableError ? 'unreachable' : error instanceof UsageError ? 'usage' : 'failed';
  return { code, detail: error.message };
}

/** Runs one command line. Resolves with the exit code; what went wrong is said in one line, never with a stack trace. */
export async function runCommandLine(args: readonly string[], context: CommandContext): Promise<number> {
  const { terminal } = context;
  try {
    return await dispatch(args, context);
  } catch (error) {
    const failure =
      error instanceof CliFailure ? error : new CliFailure(`Unexpected fault: ${errorText(error)}`);
    terminal.endProgress();
    if (args.includes('--json')) terminal.out(JSON.stringify(asProblem(failure), null, 2));
    for (const line of failure.message.split('\n')) terminal.note(plainText(`sightline: ${line}`));
    return failure.exitCode;
  }
}
