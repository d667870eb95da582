/** The claims of a clip, with what speaks for and against each. */
export function ClaimsPanel() {
  return null;
}
