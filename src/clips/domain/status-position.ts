/**
 * A place in the order in which states of clips became visible: the transaction that wrote the state, then the row. Both are
 * counted up by PostgreSQL and stay below 2^53 for longer than any desk runs.
 */
export interface StatusPosition {
  readonly xid: number;
  readonly id: number;
}

export function isBefore(a: StatusPosition, b: StatusPosition): boolean {
  return a.xid === b.xid ? a.id < b.id : a.xid < b.xid;
}

/** The form in which listeners hold it: `<xid>-<id>`. */
export function formatPosition({ xid, id }: StatusPosition): string {
  return `${xid}-${id}`;
}

/** Undefined for everything that `formatPosition` would not write. */
export function parsePosition(text: string): StatusPosition | undefined {
  const [, xid, id] = /^(0|[1-9]\d{0,15})-(0|[1-9]\d{0,15})$/.exec(text) ?? [];
  const position = { xid: Number(xid), id: Number(id) };
  return Number.isSafeInteger(position.xid) && Number.isSafeInteger(position.id) ? position : undefined;
}
