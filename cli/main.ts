import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './run-command-line.js';
import { ProcessTerminal } from './terminal.js';

const INTERRUPTED = 130;
const { env } = process;
const projectDir = fileURLToPath(new URL('../../', import.meta.url));
// The settings file that the desk reads: DATA_DIR may stand in it.
const settingsFile = path.join(projectDir, '.env');
if (existsSync(settingsFile)) process.loadEnvFile(settingsFile);
const terminal = new ProcessTerminal();

// The reader of a pipe may have seen enough (`sightline list | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.on('SIGINT', () => {
  terminal.endProgress();
  process.exit(INTERRUPTED);
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal,
  around: { env, projectDir },
  // `npm run cli` changes into the project folder and says where the person was.
  cwd: (env['npm_lifecycle_event'] === 'cli' ? env['INIT_CWD'] : undefined) ?? process.cwd(),
});
