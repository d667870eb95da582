export interface StreamEvent {
  readonly type: string;
  readonly data: string;
  /** Where the stream stood after it. */
  readonly id: string;
}

/** Reads `text/event-stream` as it comes, in pieces cut anywhere (WHATWG HTML §9.2.6). */
export class EventStreamParser {
  #rest = '';
  #isFirst = true;
  #endedInReturn = false;
  #type = '';
  #data: string[] = [];
  #id: string;
  #committedId: string;
  retryMs: number | null = null;

  constructor(lastEventId: string) {
    this.#id = lastEventId;
    this.#committedId = lastEventId;
  }

  /** The id of the last event that came whole: one that was cut off has not happened. */
  get lastEventId(): string {
    return this.#committedId;
  }

  feed(piece: string): readonly StreamEvent[] {
    if (piece === '') return [];
    let text = this.#rest + piece;
    if (this.#isFirst) text = text.replace(/^\uFEFF/, '');
    this.#isFirst = false;
    // A return and its line feed may come in two pieces: together they end one line, not two.
    if (this.#endedInReturn && text.startsWith('\n')) text = text.slice(1);
    this.#endedInReturn = text.endsWith('\r');
    const lines = text.split(/\r\n|\n|\r/);
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#take(line));
  }

  #take(line: string): readonly StreamEvent[] {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return [];
    const name = colon === -1 ? line : line.slice(0, colon);
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') this.#type = value;
    else if (name === 'data') this.#data.push(value);
    else if (name === 'id' && !value.includes('\0')) this.#id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.retryMs = Number(value);
    return [];
  }

  #dispatch(): readonly StreamEvent[] {
    this.#committedId = this.#id;
    const event = { type: this.#type || 'message', data: this.#data.join('\n'), id: this.#id };
    const isEmpty = this.#data.length === 0;
    this.#type = '';
    this.#data = [];
    return isEmpty ? [] : [event];
  }
}
