import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/**
 * A Redis on loopback that keeps nothing. Answers null where `redis-server` is not installed.
 * @returns {Promise<{ url: string, stop: () => Promise<void> } | null>}
 */
export async function startRedis(workingDir) {
  if (spawnSync('redis-server', ['--version']).error !== undefined) return null;
  // Another process may take the port between looking and listening.
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await findFreePort();
    const child = spawnRedis(port, workingDir);
    const outcome = await Promise.race([
      once(child, 'exit').then(() => 'exited'),
      waitForLine(child, 'Ready to accept connections').then(() => 'ready'),
    ]);
    if (outcome === 'ready') return { url: `redis://127.0.0.1:${port}/0`, stop: () => stop(child) };
  }
  throw new Error('redis-server ended at each of five attempts to start it');
}

function spawnRedis(port, workingDir) {
  const settings = ['--bind', '127.0.0.1', '--port', String(port), '--dir', workingDir];
  settings.push('--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction');
  // One for each jest worker, see redis.ts.
  settings.push('--databases', '256');
  // A killed test run must not leave it behind; macOS has no such signal.
  const [file, ...args] =
    process.platform === 'linux'
      ? ['setpriv', '--pdeathsig', 'KILL', '--', 'redis-server', ...settings]
      : ['redis-server', ...settings];
  return spawn(file, args, { stdio: ['ignore', 'pipe', 'ignore'] });
}

async function waitForLine(child, text) {
  for await (const line of createInterface({ input: child.stdout })) if (line.includes(text)) break;
  // Nobody reads on: a full pipe would block the server.
  child.stdout.resume();
}

async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
