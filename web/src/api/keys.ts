/** Query keys: whoever hears of a change knows what to ask for again. Everything about a clip lies under `clip(id)`. */
export const keys = {
  me: ['me'] as const,
  cases: ['cases'] as const,
  caseMembers: (caseId: string) => ['cases', caseId, 'members'] as const,
  clip: (id: string) => ['clip', id] as const,
  clipPart: (id: string, part: string) => ['clip', id, part] as const,
  lists: ['lists'] as const,
  list: (name: string, filter: object) => ['lists', name, filter] as const,
  dashboard: ['dashboard'] as const,
  subjects: ['subjects'] as const,
};
