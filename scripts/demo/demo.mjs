import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { warn } from '../lib/report.mjs';
import { makeClips } from './clips.mjs';
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
    await makeClips(folders.siteDir);
    const { count, url, token } = await submitPosts(folders.dataDir, origin, signal);
    console.log(`Demo: ${count} clips of the invented site ${origin} are submitted. In another terminal:
  DATA_DIR=${folders.dataDir} npx sightline list
`);
    const { disputed } = await reviewClips(url, token, signal);
    console.log(`Demo: invented reviewers have judged three clips; on one of them they differ:
  DATA_DIR=${folders.dataDir} npx sightline history ${disputed}
`);
  } catch (error) {
    if (!signal.aborted) warn(`demo: ${error.message}`);
  }
}
