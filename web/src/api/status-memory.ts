import type { Schemas } from './problem';

type ClipStatus = Schemas['ClipStatus'];

const MOST = 5_000;

/** What the stream last said of each clip, so that repeated news and mere progress are told from changes. */
export class StatusMemory {
  readonly #last = new Map<string, { version: number; shape: string }>();

  /**
   * `known`: said before, or overtaken (a resumed stream may repeat itself). `progress`: a part went a bit further and nothing
   * else happened; that comes ten times a second and calls for no reading again. `change`: everything else.
   */
  take(status: ClipStatus): 'known' | 'progress' | 'change' {
    const before = this.#last.get(status.id);
    if (before !== undefined && before.version >= status.version) return 'known';
    const shape = shapeOf(status);
    this.#last.delete(status.id);
    this.#last.set(status.id, { version: status.version, shape });
    const [oldest] = this.#last.keys();
    if (this.#last.size > MOST && oldest !== undefined) this.#last.delete(oldest);
    return before?.shape === shape ? 'progress' : 'change';
  }
}

function shapeOf({ processing, work, verification, claims }: ClipStatus): string {
  return JSON.stringify([
    processing.state,
    processing.error?.code,
    processing.parts.map(({ part, state, attempts, warnings }) => [part, state, attempts, warnings.length]),
    work,
    verification,
    claims.map(({ id, verdict, needsAttention }) => [id, verdict, needsAttention]),
  ]);
}
