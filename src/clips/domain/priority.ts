/** In the order of the column `clip.priority`, 0 to 3. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export function priorityOf(column: number): Priority {
  return PRIORITIES[column] ?? 'normal';
}

export function priorityColumn(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}
