import { Worker } from 'node:worker_threads';
import type { PixelSize } from '../fingerprint/domain/pdq-lens.js';
import type { BuiltTrack } from '../fingerprint/domain/track-builder.js';
import { GREY_BYTES } from './domain/small-frame.js';
import type { PictureHash, TrackAnswer, TrackRequest, TrackThreadData } from './track-thread.contract.js';

/** Pictures that go to the thread together: 1 MB. */
const BATCH = 16;
/** Batches that may be on their way; the decoder waits for the thread beyond that. */
const MOST_UNDER_WAY = 3;

/** A thread that hashes the grey pictures of one pass, so that whoever decodes goes on meanwhile. Memory: four batches and the track. */
export class TrackThread {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (answer: TrackAnswer) => void; reject: (error: Error) => void }[] = [];
  readonly #spare: Uint8Array[] = [];
  #greys = new Uint8Array(BATCH * GREY_BYTES);
  #ptsMs: number[] = [];
  #underWay = 0;
  #room: PromiseWithResolvers<void> | undefined;
  #failure: Error | undefined;

  /** @param source size of the upright picture in its own pixels */
  constructor(source: PixelSize) {
    const workerData: TrackThreadData = { source };
    this.#worker = new Worker(threadFile(), { workerData });
    this.#worker.on('message', (answer: TrackAnswer) => this.#waiting.shift()?.resolve(answer));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the hashing thread has ended')));
  }

  /** @param grey 256 × 256 bytes; copied */
  add(ptsMs: number, grey: Uint8Array): void {
    this.#greys.set(grey, this.#ptsMs.length * GREY_BYTES);
    this.#ptsMs.push(ptsMs);
    if (this.#ptsMs.length === BATCH) this.#sendBatch();
  }

  /** Nothing, or a promise to wait for before more is added. @throws what ended the thread */
  room(): Promise<void> | undefined {
    if (this.#failure) return Promise.reject(this.#failure);
    if (this.#underWay < MOST_UNDER_WAY) return undefined;
    this.#room ??= Promise.withResolvers<void>();
    return this.#room.promise;
  }

  /** The track of everything added. */
  async finish(): Promise<BuiltTrack> {
    if (this.#ptsMs.length > 0) this.#sendBatch();
    const answer = await this.#ask({ kind: 'finish' });
    if (answer.kind !== 'finish') throw new Error(`unexpected answer ${answer.kind}`);
    return answer.built;
  }

  /**
   * Hashes pictures by themselves.
   * @param greys 256 × 256 bytes each, one after the other; gone afterwards
   * @param size of these pictures in their own pixels
   */
  async hashPictures(greys: Uint8Array<ArrayBuffer>, size: PixelSize): Promise<readonly PictureHash[]> {
    const answer = await this.#ask({ kind: 'pictures', greys, size }, [greys.buffer]);
    if (answer.kind !== 'pictures') throw new Error(`unexpected answer ${answer.kind}`);
    return answer.hashes;
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #sendBatch(): void {
    const greys = this.#greys;
    this.#underWay += 1;
    const answered = this.#ask({ kind: 'samples', ptsMs: this.#ptsMs, greys }, [greys.buffer]);
    answered.then(
      (answer) => this.#takeBack(answer),
      (error: unknown) => this.#giveRoom((room) => room.reject(error)),
    );
    this.#greys =
      (this.#spare.pop() as Uint8Array<ArrayBuffer> | undefined) ?? new Uint8Array(BATCH * GREY_BYTES);
    this.#ptsMs = [];
  }

  #takeBack(answer: TrackAnswer): void {
    if (answer.kind === 'samples') this.#spare.push(answer.greys);
    this.#underWay -= 1;
    this.#giveRoom((room) => room.resolve());
  }

  #giveRoom(settle: (room: PromiseWithResolvers<void>) => void): void {
    if (this.#room) settle(this.#room);
    this.#room = undefined;
  }

  #ask(request: TrackRequest, transfer: readonly ArrayBuffer[] = []): Promise<TrackAnswer> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(request, transfer);
    });
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }
}

/** A thread loads compiled files alone: whoever runs the sources themselves (tests, benchmarks) has built them before. */
function threadFile(): URL {
  const isSource = import.meta.url.endsWith('.ts');
  return new URL(
    isSource ? '../../../../dist/src/analysis/stages/frames/track.worker.js' : './track.worker.js',
    import.meta.url,
  );
}
