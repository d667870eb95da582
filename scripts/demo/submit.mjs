import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { warn } from '../lib/report.mjs';
import { POSTS } from './posts.mjs';

/** Waits for the desk on `dataDir`, then submits every post of the site at `origin` with its claims. Answers how many were taken, where the desk is, and its administrator's token. */
export async function submitPosts(dataDir, origin, signal) {
  const deskFile = path.join(dataDir, 'desk.json');
  while (!existsSync(deskFile)) await delay(100, undefined, { signal });
  const { url } = JSON.parse(readFileSync(deskFile, 'utf8'));
  const token = readFileSync(path.join(dataDir, 'admin-token'), 'utf8').trim();
  const items = POSTS.map((post) => ({ url: `${origin}${post.path}`, ...post.submission }));
  const response = await fetch(`${url}/api/v1/clips/batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ items }),
    signal,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`the desk refused the demo's clips: ${answer.detail ?? response.status}`);
  for (const { outcome, problem, index } of answer.results) {
    if (outcome === 'rejected')
      warn(`${items[index].url} was rejected: ${problem?.detail ?? problem?.title}`);
  }
  return { url, token, count: answer.results.filter(({ outcome }) => outcome === 'created').length };
}
