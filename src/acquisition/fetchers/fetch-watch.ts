import type { FetchLimits } from './fetcher.js';
import { failure } from './fetch-failure.js';

/**
 * The clock of one fetch: `signal` fires when the caller cancels, when the total time is over, or when bytes come in
 * too slowly. A byte now and then keeps every idle timeout quiet, so the rate is what is watched (finding F9).
 */
export class FetchWatch implements Disposable {
  readonly #controller = new AbortController();
  readonly #deadlineMs: number;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #onCancel = () => this.#controller.abort(this.outer.reason);
  #bytes = 0;
  #rateTimer: NodeJS.Timeout | undefined;

  constructor(
    private readonly limits: FetchLimits,
    private readonly outer: AbortSignal,
  ) {
    this.#deadlineMs = performance.now() + limits.totalTimeoutMs;
    if (outer.aborted) this.#onCancel();
    outer.addEventListener('abort', this.#onCancel, { once: true });
    this.#timers.push(setTimeout(() => this.#expire('total'), limits.totalTimeoutMs));
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get remainingMs(): number {
    return Math.max(1, Math.ceil(this.#deadlineMs - performance.now()));
  }

  /** From now on bytes must come at the least rate. Called again for the next transfer: counting starts afresh. */
  startTransfer(): void {
    this.endTransfer();
    this.#bytes = 0;
    const samples: number[] = [0];
    const steps = 10;
    this.#rateTimer = setInterval(() => {
      samples.push(this.#bytes);
      if (samples.length <= steps) return;
      const received = this.#bytes - (samples.shift() ?? 0);
      if (received < (this.limits.minBytesPerSecond * this.limits.rateWindowMs) / 1000) this.#expire('rate');
    }, this.limits.rateWindowMs / steps);
  }

  received(bytes: number): void {
    this.#bytes += bytes;
  }

  endTransfer(): void {
    clearInterval(this.#rateTimer);
  }

  [Symbol.dispose](): void {
    this.endTransfer();
    for (const timer of this.#timers) clearTimeout(timer);
    this.outer.removeEventListener('abort', this.#onCancel);
  }

  #expire(limit: 'total' | 'rate'): void {
    const message =
      limit === 'total'
        ? 'The download took longer than is allowed.'
        : 'The download was slower than is allowed.';
    this.#controller.abort(
      failure('download_timeout', message, 'media_bytes', { limit, receivedBytes: this.#bytes }),
    );
  }
}
