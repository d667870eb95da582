/**
 * Where the map of claimed and found places belongs. The map's folder exports it; until it is wired here nothing is shown,
 * and the dashboard closes up.
 */
export function MapSlot(_props: { readonly caseId: string | undefined }) {
  return null;
}
