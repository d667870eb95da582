import { get, type ClientRequest } from 'node:http';
import type { ClipStatusBody, DeskDriver } from './desk.js';

export interface HeardEvent {
  readonly id: string;
  readonly event: string;
  readonly data: ClipStatusBody & { readonly work: string; readonly verification: string };
}

/** A client of `GET /events`, as the WHATWG describes one: remembers its last id, and comes back with it when it was cut off. */
export class StatusListener {
  readonly heard: HeardEvent[] = [];
  /** Clips of which an act was told that their status does not show. */
  readonly activity: string[] = [];
  /** Statuses of the answers it was given, one for each time it came. */
  readonly answers: number[] = [];
  lastId: string | undefined;
  #request: ClientRequest | undefined;
  #waiting: (() => void)[] = [];
  #running: Promise<void> = Promise.resolve();
  #done = false;

  constructor(
    private readonly desk: DeskDriver,
    private readonly options: {
      readonly query?: string;
      readonly as?: Readonly<Record<string, string>>;
      readonly lastId?: string;
      /** False: stays away once it was cut off. */
      readonly resumes?: boolean;
    } = {},
  ) {
    this.lastId = options.lastId;
  }

  /** Resolves when the desk has begun to answer. */
  async open(): Promise<this> {
    this.#running = this.#listen();
    await this.until('the desk answers', () => this.answers.length > 0);
    if (this.answers[0] === 200) await this.until('an id is known', () => this.lastId !== undefined);
    return this;
  }

  get done(): boolean {
    return this.#done;
  }

  /** Breaks the connection off; a listener that resumes comes back at once. */
  cut(): void {
    this.#request?.destroy();
  }

  async close(): Promise<void> {
    this.#done = true;
    this.#request?.destroy();
    await this.#running;
  }

  /** Waits for what this listener hears. */
  async until(what: string, holds: () => boolean, withinMs = 20_000): Promise<void> {
    const deadline = Date.now() + withinMs;
    while (!holds()) {
      const leftMs = deadline - Date.now();
      if (leftMs <= 0) {
        throw new Error(
          `waited in vain until ${what}; heard ${this.heard.length}, answered ${this.answers.join(' ')}:\n${this.desk.log}`,
        );
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(leftMs, 100));
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async #listen(): Promise<void> {
    do {
      await this.#once();
      await new Promise((resolve) => setTimeout(resolve, 10));
    } while (this.options.resumes !== false && !this.#done && !isRefusal(this.answers.at(-1)));
    this.#done = true;
    this.#wake();
  }

  /** One connection, to its end, whoever ends it. */
  #once(): Promise<void> {
    const { query = '', as = {} } = this.options;
    return new Promise((resolve) => {
      const headers = {
        authorization: `Bearer ${this.desk.token}`,
        ...as,
        ...(this.lastId === undefined ? {} : { 'last-event-id': this.lastId }),
      };
      this.#request = get(`${this.desk.url}/api/v1/events${query}`, { headers, agent: false }, (response) => {
        this.answers.push(response.statusCode ?? 0);
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          const blocks = (text + chunk).split('\n\n');
          text = blocks.pop() ?? '';
          for (const block of blocks) this.#take(block);
          this.#wake();
        });
        response.on('error', () => this.#request?.destroy());
      });
      // A desk that is down refuses the connection: come again, as a browser does.
      this.#request.on('error', () => this.#request?.destroy()).on('close', resolve);
    });
  }

  #take(block: string): void {
    const fields = new Map(
      block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    const id = fields.get('id');
    if (id !== undefined) this.lastId = id;
    const data = fields.get('data');
    if (fields.get('event') === 'clip.activity' && id === undefined)
      this.activity.push((JSON.parse(data ?? '{}') as { id: string }).id);
    if (id === undefined || data === undefined) return;
    this.heard.push({
      id,
      event: fields.get('event') ?? 'message',
      data: JSON.parse(data) as HeardEvent['data'],
    });
  }

  #wake(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}

/** A desk that is coming up may answer 503 for a moment: that is no reason to stay away. */
function isRefusal(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500;
}
