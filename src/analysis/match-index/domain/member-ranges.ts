/** Which fingerprint the things belong to that were numbered as they came: each fingerprint has a run of numbers. */
export class MemberRanges {
  readonly #ids: number[] = [];
  readonly #starts: number[] = [];

  /** The numbers from `start` on belong to fingerprint `id`. Starts never fall. */
  begin(id: number, start: number): void {
    this.#ids.push(id);
    this.#starts.push(start);
  }

  id(place: number): number {
    return this.#ids[place]!;
  }

  start(place: number): number {
    return this.#starts[place]!;
  }

  /** The place of the last fingerprint that begins at `member` or before it. One without members shares its start with the next. */
  placeOf(member: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= member) low = middle;
      else high = middle;
    }
    return low;
  }
}
