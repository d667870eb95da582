export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;
/** What must be left of a password without its owner's name and address, which everybody knows. */
const LEAST_OF_ITS_OWN = 8;
/** A name of two letters stands in half of all good passwords. */
const SHORTEST_NAME = 3;

/**
 * Why a password may not be taken; undefined when it may. Length in characters as a person counts them, no rules of
 * composition (NIST SP 800-63B §5.1.1.2).
 */
export function passwordFault(
  password: string,
  person: { readonly email: string | null; readonly name: string },
): string | undefined {
  const length = lengthOf(normalPassword(password));
  if (length < PASSWORD_MIN || length > PASSWORD_MAX) {
    return `must have ${PASSWORD_MIN} to ${PASSWORD_MAX} characters`;
  }
  const known = [person.email ?? '', person.name].map(fold).filter((each) => each.length >= SHORTEST_NAME);
  const own = known.reduce((rest, each) => rest.replaceAll(each, ''), fold(password));
  return lengthOf(own) < LEAST_OF_ITS_OWN ? 'must be more than the name or the e-mail address' : undefined;
}

/** One form for what different keyboards send for the same letters (NIST SP 800-63B §5.1.1.2). */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

function fold(text: string): string {
  return normalPassword(text).trim().toLowerCase();
}

function lengthOf(text: string): number {
  return Array.from(text).length;
}
