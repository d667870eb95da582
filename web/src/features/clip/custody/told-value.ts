const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/**
 * A value of the record in lines that a person reads: an entry of a list in each, an object as its named values. Ids are left
 * out; the event as it was sealed has them.
 */
export function toldLines(value: unknown): string[] {
  if (isNothing(value)) return ['–'];
  if (Array.isArray(value)) return value.flatMap((entry: unknown) => toldLines(entry));
  if (typeof value !== 'object') return [word(value)];
  return [named(value as Record<string, unknown>)];
}

function named(value: Record<string, unknown>): string {
  return Object.entries(value)
    .filter(([, inner]) => !isNothing(inner) && !(typeof inner === 'string' && ID.test(inner)))
    .map(([name, inner]) =>
      typeof inner === 'object' ? `${name} (${toldLines(inner).join('; ')})` : `${name} ${word(inner)}`,
    )
    .join(' · ');
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
