import { lazy, type ComponentType } from 'react';
import type { PanelName } from '@/workspace/workspace';

/** What each panel shows; its code comes when it is opened for the first time. */
export const doors: Readonly<Record<PanelName, ComponentType>> = {
  claims: lazy(async () => ({ default: (await import('@/features/assess')).ClaimsPanel })),
  annotate: lazy(async () => ({ default: (await import('@/features/annotate')).AnnotatePanel })),
  matches: lazy(async () => ({ default: (await import('@/features/compare')).MatchesPanel })),
  place: lazy(async () => ({ default: (await import('@/features/map')).PlacePanel })),
  times: lazy(async () => ({ default: (await import('../times/times-panel')).TimesPanel })),
  metadata: lazy(async () => ({ default: (await import('../metadata/metadata-panel')).MetadataPanel })),
  comments: lazy(async () => ({ default: (await import('../comments/comments-panel')).CommentsPanel })),
  custody: lazy(async () => ({ default: (await import('../custody/custody-panel')).CustodyPanel })),
};
