/**
 * The audience of `events.bench.mjs`, in a process of its own so that what it costs is not the API's: listeners on `GET /events`
 * and status polls at a steady rate. It gives way to the desk (nice 10), as clients on other machines would. Messages in:
 * `{ poll: seconds }`, `{ report: true }`; out: `ready`, `polled`, and the report: for each listener and event the time of arrival.
 */
import { Agent, get } from 'node:http';
import { setPriority } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const { url, headers, clips, listeners, pollsPerSecond } = JSON.parse(process.env.AUDIENCE);
setPriority(10);
const agent = new Agent({ keepAlive: true, maxSockets: 20 });
const now = () => performance.timeOrigin + performance.now();
/** Event id → when each listener had it, in milliseconds since the epoch. */
const arrivals = new Map();
let repeated = 0;
let polled = 0;

const connections = await Promise.all(Array.from({ length: listeners }, (_, n) => listen(n)));
process.on('message', (message) => void answer(message));
process.send({ ready: true });

async function answer({ poll: seconds, report, forget, end }) {
  if (forget) arrivals.clear();
  if (seconds !== undefined) {
    polled = 0;
    await keepPolling(seconds);
    process.send({ polled: polled / seconds });
  }
  if (report) process.send({ arrivals: [...arrivals].map(([id, at]) => [id, [...at.values()]]), repeated });
  if (end) {
    for (const connection of connections) connection.destroy();
    agent.destroy();
    process.disconnect();
  }
}

async function keepPolling(seconds) {
  const until = Date.now() + seconds * 1_000;
  const running = [];
  for (let next = Date.now(); next < until; next += 1_000 / pollsPerSecond) {
    const waitMs = next - Date.now();
    if (waitMs > 1) await delay(waitMs);
    running.push(poll());
  }
  await Promise.all(running);
}

function poll() {
  const id = clips[polled++ % clips.length];
  return new Promise((resolve, reject) => {
    get(`${url}/api/v1/clips/${id}/status`, { agent, headers }, (response) => {
      response.resume().on('end', resolve);
    }).on('error', reject);
  });
}

function listen(listener) {
  return new Promise((resolve, reject) => {
    let rest = '';
    const request = get(`${url}/api/v1/events`, { agent: false, headers }, (response) => {
      response.setEncoding('latin1').on('data', (text) => {
        const at = now();
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop();
        for (const block of blocks) {
          const [, id] = /^id: (\S+)\nevent: clip/.exec(block) ?? [];
          if (id !== undefined) hear(id, listener, at);
        }
      });
      response.on('error', () => undefined);
      resolve(request);
    });
    request.on('error', reject);
  });
}

function hear(id, listener, at) {
  const heard = arrivals.get(id) ?? new Map();
  if (heard.has(listener)) repeated += 1;
  heard.set(listener, at);
  arrivals.set(id, heard);
}
