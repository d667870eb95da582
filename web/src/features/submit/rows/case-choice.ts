/** A case into which the person may submit. */
export interface CaseChoice {
  readonly id: string;
  readonly title: string;
  readonly reference: string | null;
  readonly inbox: boolean;
}

/** The case that a table names by id, title or reference; undefined when none or more than one is meant. */
export function caseNamed(name: string, cases: readonly CaseChoice[]): CaseChoice | undefined {
  const wanted = name.trim().toLowerCase();
  const found = cases.filter(({ id, title, reference }) =>
    [id, title.toLowerCase(), reference?.toLowerCase()].includes(wanted),
  );
  return found.length === 1 ? found[0] : undefined;
}
