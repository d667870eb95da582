import { expect, it } from '@jest/globals';
import { readEvents, type Opening } from './event-connection';
import { EventLoop, waitBefore } from './event-loop';
import type { StreamEvent } from './event-stream';

const streamOf = (...pieces: string[]) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    }),
    { headers: { 'content-type': 'text/event-stream; charset=utf-8' } },
  );

function opening(fetch: Opening['fetch'], more: Partial<Opening> = {}) {
  const events: StreamEvent[] = [];
  const positions: string[] = [];
  let opened = 0;
  const ended = readEvents({
    fetch,
    lastEventId: '1-1',
    silenceMs: 1_000,
    signal: new AbortController().signal,
    onOpen: () => (opened += 1),
    onHeard: () => {},
    onEvent: (event) => events.push(event),
    onPosition: (id) => positions.push(id),
    ...more,
  });
  return { ended, events, positions, opened: () => opened };
}

it('reads events, says from where on it listens, and knows where to go on', async () => {
  const asked: Record<string, string>[] = [];
  const read = opening((headers) => {
    asked.push(headers);
    return Promise.resolve(streamOf('retry: 700\n\nid: 1-2\nda', 'ta: {}\n\nid: 1-3\ndata: cut'));
  });
  expect(await read.ended).toEqual({ why: 'cut', retryMs: 700 });
  expect(read.positions.at(-1)).toBe('1-2');
  expect(read.events.map(({ data }) => data)).toEqual(['{}']);
  expect(read.opened()).toBe(1);
  expect(asked[0]?.['last-event-id']).toBe('1-1');
});

it('tells a lost session, a desk that is starting, a page in between, and nobody at all from each other', async () => {
  const why = async (fetch: Opening['fetch']) => (await opening(fetch).ended).why;
  const answers = (status: number, type: string) => () =>
    Promise.resolve(new Response('{}', { status, headers: { 'content-type': type } }));
  expect(await why(answers(401, 'application/problem+json'))).toBe('unauthorised');
  expect(await why(answers(503, 'application/problem+json'))).toBe('refused');
  expect(await why(answers(200, 'text/html'))).toBe('refused');
  expect(await why(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('unreachable');
});

it('gives a stream up that has fallen silent, or that something in between keeps back', async () => {
  const silent = (first: string) => (_: unknown, signal: AbortSignal) =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start(controller) {
            if (first !== '') controller.enqueue(new TextEncoder().encode(first));
            signal.addEventListener('abort', () => controller.error(new DOMException('gone', 'AbortError')));
          },
        }),
        { headers: { 'content-type': 'text/event-stream' } },
      ),
    );
  const beaten = opening(silent(':\n\n'), { silenceMs: 20 });
  expect((await beaten.ended).why).toBe('cut');
  const held = opening(silent(''), { silenceMs: 20 });
  expect([(await held.ended).why, held.opened()]).toEqual(['refused', 0]);
});

it('comes back after the last whole event, and waits for the person after a lost session', async () => {
  const asked: (string | undefined)[] = [];
  const answers = [
    streamOf('retry: 1\n\nid: 2-2\ndata: a\n\n'),
    new Response(null, { status: 401 }),
    streamOf('id: 2-3\ndata: b\n\n'),
  ];
  const heard: string[] = [];
  const { promise: over, resolve: finish } = Promise.withResolvers<void>();
  let isSignedIn = false;
  const loop: EventLoop = new EventLoop({
    fetch: (headers) => {
      asked.push(headers['last-event-id']);
      return Promise.resolve(answers.shift() ?? new Response(null, { status: 503 }));
    },
    onOpen: () => {},
    onHeard: () => {},
    onEvent: ({ data }) => heard.push(data),
    onEnd: (why) => {
      if (why !== 'refused') return;
      loop.stop();
      finish();
    },
    authorised: async () => {
      expect(heard).toEqual(['a']);
      isSignedIn = true;
      await Promise.resolve();
    },
    random: () => 0,
  });
  loop.start();
  await over;
  expect(isSignedIn).toBe(true);
  expect(heard).toEqual(['a', 'b']);
  expect(asked.slice(0, 3)).toEqual([undefined, '2-2', '2-2']);
  expect(loop.lastEventId).toBe('2-3');
});

it('waits as the desk says, then longer, never beyond ten seconds', () => {
  expect(waitBefore(1, 700, () => 0.5)).toBe(700);
  expect(waitBefore(2, 700, () => 1)).toBe(1_400);
  expect(waitBefore(2, 700, () => 0)).toBe(700);
  expect(waitBefore(40, 700, () => 1)).toBe(10_000);
});
