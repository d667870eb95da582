interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** A clip argued about for weeks has hundreds of entries; more than this is no list for people. */
const MOST_PAGES = 10;

/** All items of a list that comes in pages, in the list's order. */
export async function everyItem<Item>(
  page: (cursor: string | null) => Promise<Page<Item>>,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const answer: Page<Item> = await page(cursor);
    items.push(...answer.items);
    cursor = answer.nextCursor;
    if (cursor === null) break;
  }
  return items;
}
