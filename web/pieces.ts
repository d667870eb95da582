interface Module {
  readonly code: string | null;
  readonly importedIds: readonly string[];
}
interface Context {
  readonly getModuleInfo: (id: string) => Module | null;
}

/** Files that only pass on the parts of a library. */
const FRONT = /@mantine\/\w+\/esm\/index\.mjs$|lucide-react\.mjs$/;
const CODE = /\.[cm]?[jt]sx?$/;

/**
 * Which files the page's code is cut into. Left alone, the bundler makes one of every few modules that the same pages share: 66
 * before the first row of the inbox, eleven times six over HTTP/1.1. So: one for what every page needs, one for what the inbox
 * needs beyond it, one for what the list of clips needs beyond both, one for what other pages share. Each page's own code, and
 * what is loaded on demand, stays apart.
 */
export const pieces = [
  { name: 'desk', tags: ['$initial' as const], test: CODE, priority: 4 },
  { name: neededBy('inbox/inbox-page.tsx', 'inbox'), debugName: 'inbox', test: CODE, priority: 3 },
  { name: neededBy('people/sign-in-page.tsx', 'way-in'), debugName: 'way-in', test: CODE, priority: 3 },
  { name: neededBy('inbox/clips-page.tsx', 'lists'), debugName: 'lists', test: CODE, priority: 2 },
  { name: 'parts', minShareCount: 3, test: CODE, priority: 1 },
];

function neededBy(page: string, piece: string): (id: string, context: Context) => string | null {
  let needed: ReadonlySet<string> | undefined;
  return (id, context) => {
    needed ??= reached(`${import.meta.dirname}/src/features/${page}`, context);
    return needed.has(id) ? piece : null;
  };
}

/** A module and all that it imports, at once and not on demand. */
function reached(from: string, context: Context): ReadonlySet<string> {
  const found = new Set([from]);
  // A set's walk comes past what is added during it.
  for (const id of found) {
    const { code, importedIds } = context.getModuleInfo(id) ?? { code: null, importedIds: [] };
    for (const imported of importedIds)
      if (!FRONT.test(imported)) found.add(imported);
      else
        for (const part of context.getModuleInfo(imported)?.importedIds ?? [])
          if (isNamed(part, code ?? '')) found.add(part);
  }
  return found;
}

/** Whether code names what the file holds: `Button` of `Button.mjs`, `EyeOff` of `eye-off.mjs`, `useClickOutside` of `use-click-outside.mjs`. */
function isNamed(part: string, code: string): boolean {
  const file = /([^/.]+)[^/]*$/.exec(part)?.[1] ?? '';
  const [first = '', ...rest] = file.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
  const start = /[a-z]/.test(first) ? `[${first}${first.toUpperCase()}]` : first;
  return new RegExp(`\\b${start}${rest.join('')}\\b`).test(code);
}
