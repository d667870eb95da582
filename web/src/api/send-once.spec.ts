import { describe, expect, it } from '@jest/globals';
import { SendOnce } from './send-once';

const post = (body: unknown, path = '/api/v1/clips/1/comments', headers = {}): Request =>
  new Request(`http://desk.example${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

/** A desk that answers as told, and what it was asked with. */
function desk(...answers: (number | 'lost')[]) {
  const keys: (string | null)[] = [];
  let count = 0;
  const once = new SendOnce(() => `key-${(count += 1)}`);
  const fetch = async (request: Request): Promise<Response> => {
    keys.push(request.headers.get('idempotency-key'));
    await new Promise(setImmediate);
    const answer = answers.shift() ?? 201;
    if (answer === 'lost') throw new TypeError('connection lost');
    return Response.json({ answer }, { status: answer });
  };
  return { keys, send: (request: Request) => once.send(request, fetch) };
}

describe('what is posted', () => {
  it('is sent once when it is pressed twice, and both hear the answer', async () => {
    const { keys, send } = desk(201);
    const answers = await Promise.all([send(post({ text: 'a' })), send(post({ text: 'a' }))]);
    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
      { answer: 201 },
      { answer: 201 },
    ]);
    expect(keys).toEqual(['key-1']);
  });

  it.each(['lost', 429, 502, 503] as const)('carries the same key after %s', async (first) => {
    const { keys, send } = desk(first, 201);
    await send(post({ text: 'a' })).catch(() => undefined);
    expect((await send(post({ text: 'a' }))).status).toBe(201);
    expect(keys).toEqual(['key-1', 'key-1']);
  });

  it('is another one once it was answered, and with other words', async () => {
    const { keys, send } = desk(201, 422, 'lost', 201);
    for (const text of ['a', 'a', 'a', 'b']) await send(post({ text })).catch(() => undefined);
    expect(keys).toEqual(['key-1', 'key-2', 'key-3', 'key-4']);
  });

  it('keeps a key of its own, and secrets are not remembered', async () => {
    const { keys, send } = desk(503, 503, 503);
    await send(post({ text: 'a' }, undefined, { 'idempotency-key': 'mine' }));
    await send(post({ password: 'x' }, '/api/v1/session'));
    await send(post({ token: 'x' }, '/api/v1/setup/person'));
    expect(keys).toEqual(['mine', null, null]);
  });
});
