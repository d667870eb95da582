/** The texts of an annotation's bodies in one, for search. */
export function wordsOf(bodies: readonly { readonly value: string }[], landmarkNote: string | null): string {
  return [...bodies.map(({ value }) => value), ...(landmarkNote === null ? [] : [landmarkNote])].join('\n');
}
