export function PlacePanel() {
  return null;
}
