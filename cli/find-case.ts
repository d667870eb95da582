import type { ApiClient } from './api-client.js';
import type { CaseSummary } from './api-types.js';
import { CliFailure } from './failures.js';
import { isId } from './id.js';
import { plainText } from './plain-text.js';

/** The one case that a person means by an id, a title or a reference; upper and lower case do not matter. */
export function matchCase(cases: readonly CaseSummary[], name: string): string | CliFailure {
  const wanted = name.trim().toLowerCase();
  const found = cases.filter(
    ({ title, reference }) =>
      title.trim().toLowerCase() === wanted || reference?.trim().toLowerCase() === wanted,
  );
  const [first, ...others] = found;
  if (first === undefined) return new CliFailure(`There is no case "${plainText(name)}" that you can see.`);
  if (others.length === 0) return first.id;
  const ids = found.map(({ id, title }) => `\n  ${id}  ${plainText(title)}`).join('');
  return new CliFailure(`Several cases are called "${plainText(name)}": name one by its id.${ids}`);
}

/** Looks cases up by name, asking the desk once. */
export class CaseFinder {
  #cases: Promise<readonly CaseSummary[]> | undefined;

  constructor(private readonly api: ApiClient) {}

  /** The case's id, or why there is none. An id is passed on as it is: the desk says whether it exists. */
  async find(name: string): Promise<string | CliFailure> {
    if (isId(name.trim())) return name.trim().toLowerCase();
    this.#cases ??= this.api.allItems<CaseSummary>('/cases');
    return matchCase(await this.#cases, name);
  }

  /** @throws CliFailure when no case, or more than one, has the name */
  async get(name: string | undefined): Promise<string | undefined> {
    if (name === undefined) return undefined;
    const found = await this.find(name);
    if (found instanceof CliFailure) throw found;
    return found;
  }
}
