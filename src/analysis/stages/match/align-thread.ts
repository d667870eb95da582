import { Worker } from 'node:worker_threads';
import type { Track } from '../fingerprint/domain/track.js';
import type { Alignment } from './domain/alignment.js';

/**
 * A thread that lays one clip on others, one after the other. Clips of hours take seconds each: on the worker's own thread
 * its heartbeat would stop, and others would take its parts from it.
 */
export class AlignThread {
  readonly #worker: Worker;
  readonly #stop: () => void;
  #asked: PromiseWithResolvers<Alignment | null> | undefined;
  #failure: unknown;

  /** @param signal ends the thread in the midst of its work */
  constructor(
    track: Track,
    private readonly signal: AbortSignal,
  ) {
    this.#worker = new Worker(threadFile(), { workerData: track });
    this.#worker.on('message', (alignment: Alignment | null) => this.#asked?.resolve(alignment));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the aligning thread has ended')));
    this.#stop = () => {
      this.#fail(signal.reason);
      void this.#worker.terminate();
    };
    signal.addEventListener('abort', this.#stop, { once: true });
    if (signal.aborted) this.#stop();
  }

  /** As `alignTracks`. Ask for the next once this one is answered. @throws the signal's reason, or what ended the thread */
  align(other: Track): Promise<Alignment | null> {
    this.#asked = Promise.withResolvers<Alignment | null>();
    if (this.#failure === undefined) this.#worker.postMessage(other);
    else this.#asked.reject(this.#failure);
    return this.#asked.promise;
  }

  async close(): Promise<void> {
    this.signal.removeEventListener('abort', this.#stop);
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#asked?.reject(this.#failure);
  }
}

/** A thread loads compiled files alone: whoever runs the sources themselves (tests) has built them before. */
function threadFile(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(
    isSource ? '../../../../dist/src/analysis/stages/match/align.worker.js' : './align.worker.js',
    import.meta.url,
  );
}
