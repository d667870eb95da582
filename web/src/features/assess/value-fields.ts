type ClaimType = 'location' | 'time' | 'source' | 'other';

/** What was typed into the fields of a value, as text. */
export type Typed = Readonly<Record<string, string>>;

export interface ValueField {
  readonly name: string;
  readonly kind: 'words' | 'code' | 'number';
}

const field = (name: string, kind: ValueField['kind']): ValueField => ({ name, kind });

/** The fields by which a value of this type is written down; what was found has an uncertainty where a claim has a radius. */
export function fieldsOf(type: ClaimType, isFound: boolean): readonly ValueField[] {
  switch (type) {
    case 'location':
      return [
        field('place', 'words'),
        field('coordinates', 'code'),
        field(isFound ? 'uncertaintyM' : 'radiusM', 'number'),
      ];
    case 'time':
      return [
        field('edtf', 'code'),
        field('earliest', 'code'),
        field('latest', 'code'),
        field('timezone', 'code'),
      ];
    case 'source':
      return [field('name', 'words'), field('handle', 'code'), field('platform', 'words')];
    case 'other':
      return [field('value', 'words')];
  }
}

/** The value as the desk takes it; undefined when nothing was typed. What cannot be read is left for the desk to refuse. */
export function valueOf(fields: readonly ValueField[], typed: Typed): Record<string, unknown> | undefined {
  const given = fields.flatMap(({ name, kind }): [string, unknown][] => {
    const text = (typed[name] ?? '').trim();
    if (text === '') return [];
    if (kind !== 'number') return [[name, text]];
    const number = Number(text);
    return [[name, Number.isFinite(number) ? number : text]];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
