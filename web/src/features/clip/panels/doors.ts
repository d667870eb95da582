import { lazy, type ComponentType } from 'react';
import type { PanelName } from '@/workspace/workspace';

const none = { default: () => null };

/** What each panel shows; its code comes when it is opened for the first time. */
export const doors: Readonly<Record<PanelName, ComponentType>> = {
  claims: lazy(async () => ({ default: (await import('@/features/assess')).ClaimsPanel })),
  annotate: lazy(async () => ({ default: (await import('@/features/annotate')).AnnotatePanel })),
  matches: lazy(async () => ({ default: (await import('@/features/compare')).MatchesPanel })),
  place: lazy(async () => ({ default: (await import('@/features/map')).PlacePanel })),
  times: lazy(async () => none),
  metadata: lazy(async () => none),
  comments: lazy(async () => none),
  custody: lazy(async () => none),
};
