/** `2020-02-09` of an instant in UTC, as a field for days has it. */
export function dayOf(instant: string | undefined): string {
  return instant === undefined ? '' : (/^\d{4}-\d\d-\d\d/.exec(instant)?.[0] ?? '');
}

/** The day's beginning in UTC. */
export function instantOf(day: string): string {
  return day === '' ? '' : `${day}T00:00:00.000Z`;
}

/** `lat, lon, km`, as people write a circle. */
export function circleOf(near: string | undefined, radiusM: string | undefined): string {
  if (near === undefined) return '';
  const km = Number(radiusM) / 1000;
  return `${near.replace(',', ', ')}, ${Number.isFinite(km) ? km : ''}`;
}
