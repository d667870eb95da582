/**
 * `npm start`: from a fresh clone to a running desk. Installs and builds what is missing, then runs the supervisor
 * (src/desk.ts) and passes signals on to it. `--demo` runs it on a throw-away data folder with made clips.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { runDemo } from './demo/demo.mjs';
import { inProject, projectDir, projectNode, withProjectNode } from './lib/project.mjs';
import { watchNpm } from './lib/parent-watch.mjs';
import { prepare } from './lib/prepare.mjs';
import { runMain, SetupError } from './lib/report.mjs';
import { signalNumber, STOP_SIGNALS } from './lib/run.mjs';
import { DESK_TOOLS } from './lib/system-tools.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  const isDemo = args.includes('--demo') || /^(1|true|yes)$/.test(process.env.DEMO ?? '');
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown !== undefined)
    throw new SetupError(`unknown option ${unknown}: see .env.example for settings.`);
  // Node 20.12 and newer; before that the desk itself reads the file, only paths of tools are not known here yet.
  if (existsSync(inProject('.env'))) process.loadEnvFile?.(inProject('.env'));
  await prepare(DESK_TOOLS);
  return isDemo ? runDemo(superviseDesk) : superviseDesk();
});

/** Resolves with the desk's exit code. */
function superviseDesk(settings = {}) {
  const desk = spawn(projectNode, ['--enable-source-maps', inProject('dist/src/desk.js')], {
    cwd: projectDir,
    env: { ...withProjectNode(), ...settings },
    // The channel tells the desk when we are killed: it then stops by itself.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // A terminal signals the desk as well; it counts both as one.
  for (const signal of STOP_SIGNALS) process.on(signal, () => desk.kill(signal));
  watchNpm(() => desk.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    desk.once('error', reject);
    desk.once('exit', (code, signal) => resolve(code ?? 128 + signalNumber(signal)));
  });
}
