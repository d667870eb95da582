/** Two keys that stand for the same thing. */
export type Link = readonly [one: string, other: string];

/** Keys that links connect, however many steps apart, are one group, named by the first of its keys in the order of text. */
export class JoinedGroups {
  readonly #parent = new Map<string, string>();

  join(links: Iterable<Link>): void {
    for (const [one, other] of links) {
      const [first, second] = [this.groupOf(one), this.groupOf(other)];
      if (first < second) this.#parent.set(second, first);
      else if (second < first) this.#parent.set(first, second);
    }
  }

  groupOf(key: string): string {
    let group = key;
    for (let parent = this.#parent.get(group); parent !== undefined; parent = this.#parent.get(group))
      group = parent;
    return group;
  }
}
