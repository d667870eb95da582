/** Where a clip stands in somebody's inbox: their own first, then by rank (`clip.inbox_rank`), then oldest first. */
export interface InboxPlace {
  readonly own: boolean;
  readonly rank: number;
  readonly id: string;
}

const CURSOR = /^(own|rest)\.(\d{1,2})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeCursor({ own, rank, id }: InboxPlace): string {
  return `${own ? 'own' : 'rest'}.${rank}.${id}`;
}

/** Undefined when the text is no cursor of an inbox. */
export function readCursor(cursor: string): InboxPlace | undefined {
  const [, half, rank, id] = CURSOR.exec(cursor) ?? [];
  if (half === undefined || rank === undefined || id === undefined) return undefined;
  return { own: half === 'own', rank: Number(rank), id };
}
