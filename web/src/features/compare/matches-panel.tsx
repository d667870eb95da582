/** Where else a clip's bytes, pictures or sound are. */
export function MatchesPanel() {
  return null;
}
