import { createContext, useContext } from 'react';
import type { Schemas } from '@/api/problem';
import type { PanelName } from './panel-names';

export type Clip = Schemas['Clip'];
export type Frame = Schemas['Frame'];
export type EvidenceEntry = Schemas['EvidenceEntry'];

/** What the parts of a clip's page share: where one is in the clip, and what has been gathered as evidence. */
export interface Workspace {
  readonly clip: Clip;
  readonly frames: readonly Frame[];
  /** Display time in the clip, in milliseconds from its start. */
  readonly ptsMs: number;
  readonly seek: (ptsMs: number) => void;
  /** The keyframe that is looked at; undefined while the player plays between them. */
  readonly frame: Frame | undefined;
  readonly selectFrame: (frameId: string) => void;
  /** Evidence gathered on this page ("use as evidence"), for the next finding or assessment. */
  readonly evidence: readonly EvidenceEntry[];
  readonly addEvidence: (entry: EvidenceEntry) => void;
  readonly removeEvidence: (index: number) => void;
  readonly clearEvidence: () => void;
  /** Which panel is open; part of the page's address. */
  readonly panel: PanelName;
  readonly openPanel: (panel: PanelName) => void;
}

export { panelNames, type PanelName } from './panel-names';

const WorkspaceContext = createContext<Workspace | null>(null);
export const WorkspaceProvider = WorkspaceContext.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('useWorkspace outside a clip’s page');
  return workspace;
}
