import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { SupervisedDesk } from '../support/supervised-desk.js';

interface ClipList {
  readonly items: readonly { readonly canonicalUrl: string; readonly processing: string }[];
}
const FINAL = ['complete', 'partial', 'failed', 'cancelled'];

let tempDir: string;
let desk: SupervisedDesk;

beforeEach(async () => {
  // The demo makes its own folder in the temporary one: give it one that is ours.
  tempDir = await mkdtemp(path.join(os.tmpdir(), 'sl-demo-'));
});
afterEach(async () => {
  await desk.destroy();
  await rm(tempDir, { recursive: true, force: true });
});

it('the demo brings every clip to its right end though worker and database are killed, and removes all', async () => {
  desk = SupervisedDesk.launch(tempDir, 'npm run demo', { TMPDIR: tempDir });
  await desk.waitFor('a demo folder', () =>
    readdirSync(tempDir).some((name) => name.startsWith('sightline-demo-')),
  );
  const [folder = ''] = readdirSync(tempDir).filter((name) => name.startsWith('sightline-demo-'));
  desk.dataDir = path.join(tempDir, folder, 'data');
  await desk.waitFor('six clips', () => desk.output.includes('6 clips'), 120_000);

  process.kill(desk.find(/^\S*node .*run\/worker\.js/), 'SIGKILL');
  process.kill(desk.find(/^\S+\/postgres -D /), 'SIGKILL');
  await desk.waitFor('final states', () => areAllFinal(), 120_000);

  const { items } = await desk.get<ClipList>('/clips');
  const states = items.map((clip) => [new URL(clip.canonicalUrl).pathname, clip.processing]);
  expect(Object.fromEntries(states)).toEqual({
    '/@lina_invented/101': 'complete',
    '/@bridge_watch/7': 'complete',
    '/@copycat/55': 'complete',
    '/media/sound-only.mp4': 'partial',
    '/media/not-a-video.mp4': 'failed',
    '/@lina_invented/404': 'failed',
  });
  process.kill(-desk.pid, 'SIGINT');
  expect([0, 130]).toContain((await desk.exited).code);
  await desk.waitUntilGone();
  expect(existsSync(path.join(tempDir, folder))).toBe(false);
}, 300_000);

/** While the database is away the API says so: not final yet. */
async function areAllFinal(): Promise<boolean> {
  const response = await desk.request('/clips');
  if (response.status === 503) return false;
  expect(response.status).toBe(200);
  const { items } = (await response.json()) as ClipList;
  return items.length === 6 && items.every((clip) => FINAL.includes(clip.processing));
}
