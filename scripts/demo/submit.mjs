import { warn } from '../lib/report.mjs';
import { POSTS } from './posts.mjs';

/** Hands in every post of the site at `origin` with its claims. Answers how many were taken. */
export async function submitPosts(desk, token, origin) {
  const items = POSTS.map((post) => ({ url: `${origin}${post.path}`, ...post.submission }));
  const { results } = await desk.post('/clips/batch', token, { items });
  for (const { outcome, problem, index } of results) {
    if (outcome === 'rejected')
      warn(`${items[index].url} was rejected: ${problem?.detail ?? problem?.title}`);
  }
  return results.filter(({ outcome }) => outcome === 'created').length;
}
