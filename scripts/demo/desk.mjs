import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

/** The HTTP API, patient while parts of the desk come back. */
export class Desk {
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
