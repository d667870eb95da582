/** Response headers as undici parses them: lower-case names. Not a `Headers`, whose constructor throws on odd bytes. */
export type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** The first value, or null. */
export function headerOf(headers: AnswerHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

export function* headerLines(headers: AnswerHeaders): Generator<[string, string]> {
  for (const [name, value] of Object.entries(headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) yield [name, one];
  }
}
