export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 200;
/** A name of two letters would refuse half of all good passwords. */
const SHORTEST_NAME = 3;

/**
 * Why a password may not be taken; undefined when it may. Length in characters as a person counts them, no rules of
 * composition (NIST SP 800-63B §5.1.1.2).
 */
export function passwordFault(
  password: string,
  person: { readonly email: string | null; readonly name: string },
): string | undefined {
  const length = Array.from(normalPassword(password)).length;
  if (length < PASSWORD_MIN || length > PASSWORD_MAX) {
    return `must have ${PASSWORD_MIN} to ${PASSWORD_MAX} characters`;
  }
  const folded = fold(password);
  const { email, name } = person;
  if (email !== null && folded.includes(fold(email))) return 'must not contain the e-mail address';
  const foldedName = fold(name);
  if (foldedName.length >= SHORTEST_NAME && folded.includes(foldedName)) return 'must not contain the name';
  return undefined;
}

/** One form for what different keyboards send for the same letters (NIST SP 800-63B §5.1.1.2). */
export function normalPassword(password: string): string {
  return password.normalize('NFKC');
}

function fold(text: string): string {
  return normalPassword(text).trim().toLowerCase();
}
