import type { DeskDriver } from './desk.js';

export interface HeardStatus {
  readonly eventId: string;
  readonly id: string;
  readonly version: number;
  readonly work: string;
  readonly verification: string;
  readonly processing: { readonly state: string };
  readonly claims: readonly { readonly id: string; readonly verdict: string }[];
}

/** A real SSE client on `GET /events`: keeps what it heard, and can break off and resume as a browser does. */
export class EventListener {
  readonly heard: HeardStatus[] = [];
  #connection: AbortController | undefined;
  #reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly desk: DeskDriver,
    private readonly query = '',
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** Resolves once the desk has answered; goes on from the last event heard, if any. */
  async connect(): Promise<void> {
    const connection = new AbortController();
    this.#connection = connection;
    const last = this.heard.at(-1)?.eventId;
    const response = await fetch(`${this.desk.url}/api/v1/events${this.query}`, {
      headers: {
        authorization: `Bearer ${this.desk.token}`,
        accept: 'text/event-stream',
        ...(last === undefined ? {} : { 'last-event-id': last }),
        ...this.headers,
      },
      signal: connection.signal,
    });
    if (response.status !== 200 || response.body === null)
      throw new Error(`events answered ${response.status}: ${await response.text()}`);
    this.#reading = this.#read(response.body, connection.signal);
  }

  async breakOff(): Promise<void> {
    this.#connection?.abort();
    await this.#reading;
  }

  versionsOf(clipId: string): number[] {
    return this.heard.filter(({ id }) => id === clipId).map(({ version }) => version);
  }

  async #read(body: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) this.#take(message);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #take(message: string): void {
    const fields = new Map(
      message.split('\n').map((line) => {
        const [, name = '', value = ''] = /^([^:]*): ?(.*)$/s.exec(line) ?? [];
        return [name, value] as const;
      }),
    );
    const data = fields.get('data');
    if (fields.get('event') !== 'clip.status' || data === undefined) return;
    this.heard.push({ ...(JSON.parse(data) as HeardStatus), eventId: fields.get('id') ?? '' });
  }
}
