import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * What a desk does with clips, played by invented people, so that a newcomer sees reviewed clips beside fresh ones: one ends
 * `verified`, one `refuted`, and one is left `disputed` for the newcomer to look into.
 */
export async function reviewClips(url, adminToken, signal) {
  const desk = new Desk(url, signal);
  const inbox = (await desk.get('/cases', adminToken)).items.find((each) => each.inbox);
  const person = (name, role) => invite(desk, adminToken, inbox.id, name, role);
  const ana = await person('Ana Invented', 'reviewer');
  const ben = await person('Ben Invented', 'reviewer');
  await person('Lea Invented', 'lead');

  const market = await desk.finishedClip(adminToken, '/@lina_invented/101');
  const repost = await desk.finishedClip(adminToken, '/@copycat/55');
  const bridge = await desk.finishedClip(adminToken, '/@bridge_watch/7');
  await desk.patch(`/clips/${market.id}`, adminToken, { assigneeId: ana.userId });
  const mark = await markSameStall(desk, inbox.id, ana, ben, market, repost);

  for (const claim of market.claims) {
    for (const [reviewer, rationale] of [
      [ana, 'the awning and the corner fit (demo)'],
      [ben, 'looked at every frame on my own; it fits (demo)'],
    ]) {
      await assess(desk, reviewer, claim.id, 'confirmed', rationale, [
        { kind: 'annotation', ref: mark.market },
      ]);
    }
  }
  const [source] = repost.claims;
  const finding = await desk.post(`/clips/${repost.id}/findings`, ben.token, {
    claimId: source.id,
    stance: 'contradicts',
    summary: 'the same stall, mirrored, in an earlier post of another account (demo)',
    evidence: [{ kind: 'annotation', ref: mark.repost }],
  });
  for (const reviewer of [ana, ben]) {
    await assess(desk, reviewer, source.id, 'refuted', 'it is a copy of the market street clip (demo)', [
      { kind: 'finding', ref: finding.id },
    ]);
  }
  const place = bridge.claims.find(({ type }) => type === 'location');
  const unsure = [{ kind: 'none_found', note: 'no second picture of the bridge was found (demo)' }];
  await assess(desk, ana, place.id, 'confirmed', 'the arches fit (demo)', unsure);
  await assess(desk, ben, place.id, 'inconclusive', 'many bridges have such arches (demo)', unsure);
  return { disputed: bridge.id };
}

async function invite(desk, adminToken, caseId, name, role) {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`;
  const { id: userId } = await desk.post('/users', adminToken, { email, name });
  await desk.post(`/cases/${caseId}/members`, adminToken, { userId, role });
  const { token } = await desk.post('/tokens', adminToken, { name: 'demo', scope: 'full', userId });
  return { userId, token };
}

async function markSameStall(desk, caseId, ana, ben, market, repost) {
  const stall = await desk.post('/subjects', ana.token, {
    caseId,
    kind: 'landmark',
    name: 'stall with a striped awning (invented)',
  });
  const draw = async (clip, reviewer) => {
    const { items } = await desk.get(`/clips/${clip.id}/frames`, reviewer.token);
    const made = await desk.post(`/frames/${items[0].id}/annotations`, reviewer.token, {
      type: 'Annotation',
      motivation: 'identifying',
      body: { type: 'TextualBody', value: 'the awning (demo)' },
      target: {
        source: items[0].imageUrl,
        selector: { type: 'FragmentSelector', value: 'xywh=percent:30,30,25,20' },
      },
      subjectId: stall.id,
    });
    return made.id;
  };
  return { market: await draw(market, ana), repost: await draw(repost, ben) };
}

function assess(desk, reviewer, claimId, verdict, rationale, evidence) {
  return desk.post(`/claims/${claimId}/assessments`, reviewer.token, { verdict, rationale, evidence });
}

/** The HTTP API, patient while parts of the desk come back. */
class Desk {
  constructor(url, signal) {
    this.url = url;
    this.signal = signal;
  }

  get(path, token) {
    return this.#ask('GET', path, token);
  }

  post(path, token, body) {
    return this.#ask('POST', path, token, body, { 'idempotency-key': randomUUID() });
  }

  patch(path, token, body) {
    return this.#ask('PATCH', path, token, body);
  }

  /** The clip of that post, once its processing has ended. */
  async finishedClip(token, postPath) {
    for (;;) {
      const { items } = await this.get('/clips', token);
      const clip = items.find(({ canonicalUrl }) => canonicalUrl?.endsWith(postPath));
      if (clip !== undefined && !['queued', 'running'].includes(clip.processing))
        return this.get(`/clips/${clip.id}`, token);
      await delay(500, undefined, { signal: this.signal });
    }
  }

  async #ask(method, path, token, body, headers = {}) {
    for (;;) {
      const answer = await this.#try(method, path, token, body, headers);
      if (answer.status < 300) return answer.body;
      if (answer.status < 500) throw new Error(`${method} ${path}: ${answer.body.detail ?? answer.status}`);
      await delay(500, undefined, { signal: this.signal });
    }
  }

  async #try(method, path, token, body, headers) {
    try {
      const response = await fetch(`${this.url}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: this.signal,
      });
      return { status: response.status, body: await response.json() };
    } catch (error) {
      // Nobody answered: the API is being restarted.
      if (this.signal.aborted) throw error;
      return { status: 503, body: {} };
    }
  }
}
