/** `../features/inbox/locales/en.json` holds the texts of the namespace `inbox`. */
export function namespaced<T>(files: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(files).map(([path, texts]) => [path.split('/').at(-3) ?? path, texts]),
  );
}
