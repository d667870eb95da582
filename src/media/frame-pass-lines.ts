/** One message of the side channel. `pts` is null when the container gives no time. */
export type FramePassEvent =
  | { readonly kind: 'frame'; readonly pts: number | null; readonly sceneScore: number }
  | { readonly kind: 'grey'; readonly pts: number | null }
  | { readonly kind: 'candidate'; readonly pts: number | null };

const HEAD = /^frame:\d+\s+pts:(-?\d+|NOPTS)\s/;
const SCORE = 'lavfi.scene_score=';

/**
 * Reads the side channel of the frame pass: a line with the time, then one that says what it is the time of. Each decoded
 * frame comes as `frame` first; `grey` and `candidate` follow for those that are taken, in the order of the pictures.
 */
export class FramePassLines {
  #pts: number | null = null;

  /** @throws RangeError on a line that the frame pass does not write */
  read(line: string): FramePassEvent | undefined {
    const head = HEAD.exec(line);
    if (head) {
      this.#pts = head[1] === 'NOPTS' ? null : Number(head[1]);
      return undefined;
    }
    const pts = this.#pts;
    if (line.startsWith(SCORE)) {
      return { kind: 'frame', pts, sceneScore: Number(line.slice(SCORE.length)) || 0 };
    }
    if (line === 'grey=1') return { kind: 'grey', pts };
    if (line === 'candidate=1') return { kind: 'candidate', pts };
    throw new RangeError(`unexpected line on the side channel: ${line.slice(0, 80)}`);
  }
}
