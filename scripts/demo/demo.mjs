import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { warn } from '../lib/report.mjs';
import { makeClips } from './clips.mjs';
import { Desk } from './desk.mjs';
import { invitePeople } from './people.mjs';
import { startSite } from './site.mjs';
import { reviewClips } from './review.mjs';
import { submitPosts } from './submit.mjs';

/**
 * `npm run demo`: the desk on a throw-away data folder, beside a small site with made clips that are submitted by
 * themselves. Everything is removed at the end.
 * @param {(env: NodeJS.ProcessEnv) => Promise<number>} runDesk
 */
export async function runDemo(runDesk) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sightline-demo-'));
  const dataDir = path.join(folder, 'data');
  const siteDir = path.join(folder, 'site');
  mkdirSync(siteDir);
  const stopping = new AbortController();
  try {
    const site = await startSite(siteDir);
    try {
      const ended = runDesk({
        DATA_DIR: dataDir,
        EGRESS_ALLOW: allow(site.origin),
        ADMIN_TOKEN: '',
        ADMIN_TOKEN_FILE: '',
      });
      // Meanwhile the desk comes up.
      const filled = fill({ dataDir, siteDir }, site.origin, stopping.signal);
      const code = await ended;
      stopping.abort();
      await filled;
      return code;
    } finally {
      site.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function allow(origin) {
  return [process.env.EGRESS_ALLOW, new URL(origin).host].filter(Boolean).join(',');
}

async function fill(folders, origin, signal) {
  try {
    const [{ desk, people }] = await Promise.all([
      greet(folders.dataDir, signal),
      makeClips(folders.siteDir),
    ]);
    const count = await submitPosts(desk, people.sami.token, origin);
    console.log(`Demo: ${count} clips of the invented site ${origin} are submitted. In another terminal:
  DATA_DIR=${folders.dataDir} npx sightline list
`);
    const { disputed } = await reviewClips(desk, people);
    console.log(`Demo: invented reviewers have judged three clips; on one of them they differ:
  DATA_DIR=${folders.dataDir} npx sightline history ${disputed}
`);
  } catch (error) {
    if (!signal.aborted) warn(`demo: ${error.message}`);
  }
}

/** As soon as the desk answers. */
async function greet(dataDir, signal) {
  const [desk, adminToken] = await findDesk(dataDir, signal);
  const people = await invitePeople(desk, adminToken);
  welcome(dataDir, people);
  return { desk, people };
}

/** Waits for the desk on `dataDir`. */
async function findDesk(dataDir, signal) {
  const deskFile = path.join(dataDir, 'desk.json');
  while (!existsSync(deskFile)) await delay(100, undefined, { signal });
  const { url } = JSON.parse(readFileSync(deskFile, 'utf8'));
  const token = readFileSync(path.join(dataDir, 'admin-token'), 'utf8').trim();
  return [new Desk(url, signal), token];
}

/** The one link that a newcomer needs, and as whom else they may come to see the other side of a review. */
function welcome(dataDir, { password, ana, ben, noor, lea, sami }) {
  const link = readFileSync(path.join(dataDir, 'setup-link'), 'utf8').trim();
  const others = [noor, ana, ben, lea, sami].map(({ email, role }) => `  ${email.padEnd(28)}${role}`);
  console.log(`Demo: open this link, choose a password, and you are in (it is good once):
  ${link}

Demo: to be somebody else, sign in from a private window; these people are invented.
Their password is ${password}
${others.join('\n')}
`);
}
