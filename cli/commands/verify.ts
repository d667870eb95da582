import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { ApiClient } from '../api-client.js';
import { type Command, type CommandContext, printJson, readArguments } from '../command.js';
import { connect, dataDirOf, runningDesk } from '../connection.js';
import { CliFailure, ProblemError, UnreachableError, UsageError } from '../failures.js';
import { verificationText, verifyOnDesk } from '../verification.js';

const HELP = `sightline verify --all [--json]

Recomputes every stored object and every custody record and names what differs. Works with the desk stopped, too: then it
reads DATA_DIR itself.

Exit code 0: everything is as recorded. 1: something differs. 2: it could not be verified.

  --json   the report`;

export const verify: Command = {
  name: 'verify',
  summary: 'check that everything stored is as recorded',
  help: HELP,
  async run(args, context) {
    const { values, positionals } = readArguments(args, {
      all: { type: 'boolean' },
      json: { type: 'boolean' },
    });
    if (positionals.length > 0)
      throw new UsageError(
        'Verifying an exported file is not possible in this version; "verify --all" checks the desk.',
      );
    if (values.all !== true)
      throw new UsageError('Say "verify --all" to check everything that the desk stores.');
    return verifyAll(context, values.json === true);
  },
};

async function verifyAll(context: CommandContext, json: boolean): Promise<number> {
  const { env } = context.around;
  const isChosen = (env['SIGHTLINE_URL'] ?? '') !== '' || (env['SIGHTLINE_URL_FILE'] ?? '') !== '';
  if (!isChosen && (await runningDesk(dataDirOf(context.around))) === null)
    return verifyOffline(context, json);
  try {
    return await verifyOnline(context, json);
  } catch (error) {
    if (error instanceof ProblemError) throw new ProblemError(error.problem, 2);
    if (!(error instanceof UnreachableError)) throw error;
    // A desk that was named may be another machine's: this machine's files would answer another question.
    if (isChosen) throw new CliFailure(error.message, 2, { cause: error });
    context.terminal.note(`sightline: ${error.message} Reading the data folder instead.`);
    return verifyOffline(context, json);
  }
}

async function verifyOnline({ terminal, around }: CommandContext, json: boolean): Promise<number> {
  const api = new ApiClient(await connect(around));
  const { report } = await verifyOnDesk(api, (seconds) =>
    terminal.progress(() => `verifying, ${seconds} s …`),
  );
  terminal.endProgress();
  if (report === null) throw new CliFailure('The verification ended without a report.', 2);
  if (json) printJson(terminal, report);
  else terminal.out(verificationText(report));
  return report.ok ? 0 : 1;
}

/** The offline verifier prints for itself; its exit codes are ours. */
function verifyOffline({ around }: CommandContext, json: boolean): number {
  const dataDir = dataDirOf(around);
  if (!existsSync(dataDir)) throw new CliFailure(`There is no data folder ${dataDir} to verify.`, 2);
  const program = path.join(around.projectDir, 'dist/src/verify.js');
  if (!existsSync(program)) throw new CliFailure('The verifier is not built: run "npm run build".', 2);
  // Blocking: a terminal's Ctrl-C reaches the verifier as well, and it ends before us.
  const { status, signal, error } = spawnSync(
    process.execPath,
    [program, '--all', ...(json ? ['--json'] : [])],
    {
      cwd: around.projectDir,
      env: around.env,
      stdio: 'inherit',
    },
  );
  if (error !== undefined)
    throw new CliFailure(`The verifier could not be started: ${error.message}`, 2, { cause: error });
  return status ?? 128 + constants.signals[signal ?? 'SIGTERM'];
}
