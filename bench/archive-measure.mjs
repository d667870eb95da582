/** What is asked of a large archive over HTTP, and how long each answer took. */
import { percentile } from './report.mjs';

const day = (at) => `${new Date(at).toISOString().slice(0, 10)}T00:00:00Z`;
const YEAR_MS = 365 * 86_400_000;

/** Query strings of `GET /clips`, by name. */
export function listQueries({ cases, people, subjects }) {
  const now = Date.now();
  const filters = {
    case: `case=${cases[0]}`,
    'small case': `case=${cases[5]}`,
    processing: 'processing=failed',
    work: 'work=needs_help',
    verification: 'verification=refuted',
    sensitivity: 'sensitivity=graphic',
    assignee: `assignee=${people[3]}`,
    'assignee none': 'assignee=none',
    'a frequent tag': 'tag=topic%200',
    'a rare tag': 'tag=topic%20290',
    submitted: `submittedAfter=${day(now - YEAR_MS)}&submittedBefore=${day(now - YEAR_MS + 14 * 86_400_000)}`,
    bbox: 'bbox=36,33,36.5,33.3',
    'bbox of all': 'bbox=30,30,45,40',
    near: 'near=33.2,36.1&radiusM=20000',
    'near, empty': 'near=60,10&radiusM=5000',
    time: `timeFrom=${day(now - YEAR_MS)}&timeTo=${day(now - YEAR_MS + 2 * 86_400_000)}`,
    'time, open': `timeFrom=${day(now - YEAR_MS)}`,
    'a frequent person': `person=${subjects[0]}`,
    'a rare person': `person=${subjects.at(-1)}`,
    verdict: 'verdict=refuted',
    'verdict and type': 'verdict=in_review&claimType=time',
    claimType: 'claimType=source',
    needsAttention: 'needsAttention=true',
    'frequent words': 'q=graveyard',
    'a rare word': 'q=zaquidra',
    'words in Arabic': `q=${encodeURIComponent('مقبرة خان السبل')}`,
  };
  const names = Object.keys(filters);
  const pairs = names.flatMap((a, i) =>
    names
      .slice(i + 1)
      .filter((b) => !sharesField(filters[a], filters[b]))
      .map((b) => [`${a} + ${b}`, `${filters[a]}&${filters[b]}`]),
  );
  return { none: { 'no filter': '' }, one: filters, two: Object.fromEntries(pairs) };
}

/** Query strings of `GET /search`, by name. */
export const SEARCHES = {
  'a frequent word': 'q=graveyard',
  'a frequent word and place': 'q=graveyard%20idlib',
  'a place in another spelling': `q=${encodeURIComponent('Ḫān as-Sabil')}`,
  'Arabic script': `q=${encodeURIComponent('مقبرة خان السبل')}`,
  'a phrase': `q=${encodeURIComponent('"rescue workers in khan"')}`,
  'a rare name': 'q=zaquidra',
  'a name that nobody has': 'q=nonesuchname',
  'two names': `q=${encodeURIComponent('bafigo or zaquidra')}`,
  excluding: `q=${encodeURIComponent('shelling -idlib -convoy')}`,
  'comments only': 'q=look%20graveyard&kind=comment',
};

function sharesField(a, b) {
  const fields = (text) => text.split('&').map((part) => part.split('=')[0]);
  return fields(a).some((field) => fields(b).includes(field));
}

/** p50 and p95 in milliseconds of `rounds` answers one after the other; the first is not counted. */
export async function measure(desk, path, rounds, headers = {}) {
  const times = [];
  let status = 0;
  let items = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const before = performance.now();
    const response = await fetch(`${desk.url}/api/v1/${path}`, { headers: { ...desk.headers, ...headers } });
    const text = await response.text();
    if (round > 0) times.push(performance.now() - before);
    status = response.status;
    items = text.startsWith('{"items"') ? JSON.parse(text).items.length : 0;
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95), status, items };
}
