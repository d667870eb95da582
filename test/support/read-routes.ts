import type { DeskDriver } from './desk.js';

/** What a stream gives at once is enough: it never ends by itself. */
const STREAM_LOOK_MS = 300;

/** The answer's whole text, headers included; of an event stream what comes first. */
export async function readText(
  desk: DeskDriver,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const stop = new AbortController();
  const response = await fetch(`${desk.url}${path}`, { headers, signal: stop.signal });
  const head = [...response.headers].map((pair) => pair.join(': ')).join('\n');
  if (!/event-stream/.test(response.headers.get('content-type') ?? '')) return head + (await response.text());
  const timer = setTimeout(() => stop.abort(), STREAM_LOOK_MS);
  let text = head;
  try {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  } catch (error) {
    if (!stop.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
  }
  return text;
}
