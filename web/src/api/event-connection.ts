import { EventStreamParser, type StreamEvent } from './event-stream';

export type Ending =
  /** Nobody answered. */
  | 'unreachable'
  /** An answer, but no stream: the desk is starting, or something between does not let streams through. */
  | 'refused'
  /** The token or session is not (any longer) good. */
  | 'unauthorised'
  /** It was open and ended or fell silent. */
  | 'cut';

export interface Opening {
  readonly fetch: (headers: Record<string, string>, signal: AbortSignal) => Promise<Response>;
  readonly lastEventId: string;
  /** The desk beats every 15 s: a stream that is silent for longer is dead, whatever the computer believes after its sleep. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
  readonly onOpen: () => void;
  readonly onHeard: () => void;
  readonly onEvent: (event: StreamEvent) => void;
  /** From where to go on: the id after the last event that came whole. */
  readonly onPosition: (lastEventId: string) => void;
}

export interface Ended {
  readonly why: Ending;
  readonly retryMs: number | null;
}

/** One stream from its opening to its end. EventSource could neither send a token nor tell a lost session from a lost desk. */
export async function readEvents(opening: Opening): Promise<Ended> {
  const parser = new EventStreamParser(opening.lastEventId);
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), opening.silenceMs);
  };
  const end = (why: Ending): Ended => {
    clearTimeout(timer);
    return { why, retryMs: parser.retryMs };
  };
  heard();
  const signal = AbortSignal.any([opening.signal, silence.signal]);
  const answered = await orNothing(opening.fetch(headersOf(opening.lastEventId), signal));
  if (answered === undefined) return end('unreachable');
  const isStream = answered.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!answered.ok || !isStream || answered.body === null) {
    await orNothing(answered.body?.cancel() ?? Promise.resolve());
    return end(answered.status === 401 ? 'unauthorised' : 'refused');
  }
  const reader = answered.body.pipeThrough(new TextDecoderStream()).getReader();
  let isOpen = false;
  for (;;) {
    const piece = await orNothing(reader.read());
    if (piece?.value === undefined) return end(isOpen ? 'cut' : 'refused');
    heard();
    opening.onHeard();
    // Not with the headers: what buffers streams passes those on and keeps the rest.
    if (!isOpen) opening.onOpen();
    isOpen = true;
    for (const event of parser.feed(piece.value)) opening.onEvent(event);
    opening.onPosition(parser.lastEventId);
  }
}

/** Whatever the network and the stream call their failures: nothing came. */
async function orNothing<T>(attempt: Promise<T>): Promise<T | undefined> {
  return attempt.catch(() => undefined);
}

function headersOf(lastEventId: string): Record<string, string> {
  return { accept: 'text/event-stream', ...(lastEventId === '' ? {} : { 'last-event-id': lastEventId }) };
}
