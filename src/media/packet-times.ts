/** Presentation order differs from file order by at most 16 pictures in H.264 and HEVC. */
const REORDER_WINDOW = 32;

export interface PacketSummary {
  /** Packets that are shown; those that an edit list discards do not count. */
  readonly count: number;
  readonly firstMs: number | null;
  /** End of the packet that ends last. */
  readonly endMs: number | null;
  /** Longest and shortest step from one shown packet to the next; null with fewer than two. */
  readonly largestGapMs: number | null;
  readonly smallestGapMs: number | null;
}

/** Takes ffprobe's packets one by one, as `pts,dts,duration,flags` in seconds, and keeps a window of 32 only. */
export class PacketTimes {
  readonly #window: number[] = [];
  #count = 0;
  #firstMs: number | null = null;
  #lastMs: number | null = null;
  #endMs: number | null = null;
  #largestGapMs: number | null = null;
  #smallestGapMs: number | null = null;

  add(line: string): void {
    const [pts, dts, duration, flags = ''] = line.split(',');
    // A packet's side data makes an empty line of its own.
    if (line === '' || flags.includes('D')) return;
    const atMs = milliseconds(pts) ?? milliseconds(dts);
    this.#count += 1;
    if (atMs === undefined) return;
    this.#firstMs = this.#firstMs === null ? atMs : Math.min(this.#firstMs, atMs);
    this.#endMs = Math.max(this.#endMs ?? -Infinity, atMs + (milliseconds(duration) ?? 0));
    this.#insert(atMs);
    if (this.#window.length > REORDER_WINDOW) this.#step(this.#window.shift());
  }

  summary(): PacketSummary {
    while (this.#window.length > 0) this.#step(this.#window.shift());
    return {
      count: this.#count,
      firstMs: this.#firstMs,
      endMs: this.#endMs,
      largestGapMs: this.#largestGapMs,
      smallestGapMs: this.#smallestGapMs,
    };
  }

  #insert(atMs: number): void {
    let place = this.#window.length;
    while (place > 0 && (this.#window[place - 1] ?? 0) > atMs) place -= 1;
    this.#window.splice(place, 0, atMs);
  }

  #step(atMs: number | undefined): void {
    if (atMs === undefined) return;
    if (this.#lastMs !== null) {
      const gapMs = atMs - this.#lastMs;
      this.#largestGapMs = Math.max(this.#largestGapMs ?? gapMs, gapMs);
      this.#smallestGapMs = Math.min(this.#smallestGapMs ?? gapMs, gapMs);
    }
    this.#lastMs = atMs;
  }
}

function milliseconds(seconds: string | undefined): number | undefined {
  if (seconds === undefined || seconds === '' || seconds === 'N/A') return undefined;
  const value = Number(seconds) * 1000;
  return Number.isFinite(value) ? value : undefined;
}
