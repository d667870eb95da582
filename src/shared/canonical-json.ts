import canonicalize from 'canonicalize';

/**
 * RFC 8785 (JCS) text of a JSON value. Object members that are `undefined` are left out.
 * @throws TypeError when the value has no JSON form (undefined, functions, NaN, Infinity).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return text;
}
