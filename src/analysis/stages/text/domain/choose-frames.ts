export interface KeptFrame {
  readonly sha256Hex: string;
  readonly ptsMs: number;
  readonly kind: 'scene' | 'interval';
}

/** A clip's reading time is bounded by this more than by its length. */
export const MOST_FRAMES = 40;

/**
 * At most so many frames, spread evenly over the clip: new scenes first, because a caption mostly comes with one, then the
 * others. Equal pictures once. In the order of time.
 */
export function chooseFrames<Frame extends KeptFrame>(
  frames: readonly Frame[],
  most: number = MOST_FRAMES,
): Frame[] {
  const distinct = [...new Map(frames.toReversed().map((frame) => [frame.sha256Hex, frame])).values()];
  const ordered = distinct.toSorted((a, b) => a.ptsMs - b.ptsMs);
  const scenes = spread(
    ordered.filter(({ kind }) => kind === 'scene'),
    most,
  );
  const others = spread(
    ordered.filter(({ kind }) => kind !== 'scene'),
    most - scenes.length,
  );
  return [...scenes, ...others].toSorted((a, b) => a.ptsMs - b.ptsMs);
}

function spread<Item>(items: readonly Item[], most: number): Item[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, index) => items[Math.floor((index * items.length) / most)]).filter(
    (item) => item !== undefined,
  );
}
