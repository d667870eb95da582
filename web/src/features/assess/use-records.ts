import { useQuery } from '@tanstack/react-query';
import { useRole } from '@/api/queries';
import type { Schemas } from '@/api/problem';
import { useWorkspace, type Frame } from '@/workspace/workspace';
import { annotationsQuery, findingsQuery, matchesQuery } from './queries';

/** Everything of the clip that evidence can point at. */
export interface Records {
  readonly frames: readonly Frame[];
  readonly findings: readonly Schemas['Finding'][];
  readonly annotations: readonly Schemas['Annotation'][];
  readonly matches: readonly (Schemas['Match'] | Schemas['MatchElsewhere'])[];
  readonly files: readonly Schemas['Artefact'][];
}

export function useRecords(): Records {
  const { clip, frames } = useWorkspace();
  const role = useRole(clip.caseId);
  const enabled = role === 'reviewer' || role === 'lead';
  const findings = useQuery({ ...findingsQuery(clip.id), enabled });
  const annotations = useQuery({ ...annotationsQuery(clip.id), enabled });
  const matches = useQuery({ ...matchesQuery(clip.id), enabled });
  return {
    frames,
    findings: findings.data ?? [],
    annotations: annotations.data ?? [],
    matches: matches.data ?? [],
    files: clip.artefacts.filter(({ addedBy }) => addedBy !== null),
  };
}
