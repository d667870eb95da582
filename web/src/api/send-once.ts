/** Paths whose bodies hold secrets, which stay nowhere; they create nothing that could be there twice. */
const SECRET = /^\/api\/v1\/(session|setup|me\/(password|totp))(\/|$)/;
/** Answers after which it is not known, or not settled, whether the desk has done it. */
const UNSETTLED: ReadonlySet<number> = new Set([401, 408, 409, 429]);

interface Sending {
  readonly key: string;
  onItsWay: Promise<Response> | undefined;
}

/**
 * Makes a `POST` count once. Pressed twice, it is sent once; tried again after its answer was lost, it carries the same
 * `Idempotency-Key`, so that the desk gives its first answer again instead of writing a second comment or claim.
 */
export class SendOnce {
  readonly #sendings = new Map<string, Sending>();

  constructor(private readonly newKey: () => string) {}

  async send(request: Request, fetch: (request: Request) => Promise<Response>): Promise<Response> {
    const content = await contentOf(request);
    if (content === null) return fetch(request);
    const sending = this.#sendings.get(content) ?? { key: this.newKey(), onItsWay: undefined };
    this.#sendings.set(content, sending);
    sending.onItsWay ??= this.#fetch(content, sending, request, fetch);
    // Each caller reads a body of their own.
    return (await sending.onItsWay).clone();
  }

  async #fetch(
    content: string,
    sending: Sending,
    request: Request,
    fetch: (request: Request) => Promise<Response>,
  ): Promise<Response> {
    try {
      request.headers.set('idempotency-key', sending.key);
      const response = await fetch(request);
      const isRefused = response.status >= 400 && response.status < 500 && !UNSETTLED.has(response.status);
      if (response.ok || isRefused) this.#sendings.delete(content);
      return response;
    } finally {
      sending.onItsWay = undefined;
    }
  }
}

async function contentOf(request: Request): Promise<string | null> {
  if (request.method !== 'POST' || request.headers.has('idempotency-key')) return null;
  const { pathname } = new URL(request.url);
  const isJson = request.headers.get('content-type')?.startsWith('application/json') === true;
  if (SECRET.test(pathname) || !isJson) return null;
  return `${request.url} ${await request.clone().text()}`;
}
