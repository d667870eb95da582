import { panelNames, type PanelName } from '@/workspace/panel-names';

/** Where one is in a clip, as its address says: `?panel=claims&t=12480` or `?panel=annotate&frame=0197…`. */
export interface ClipAddress {
  readonly panel: PanelName;
  /** Milliseconds from the clip's start. */
  readonly t: number | undefined;
  readonly frame: string | undefined;
  readonly view: ClipView;
}

/** The player and panels, all keyframes at once, or the document that is printed. */
export type ClipView = 'desk' | 'sheet' | 'print';

const views: readonly ClipView[] = ['desk', 'sheet', 'print'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whatever else stands in the address is left alone: anybody may write there. */
export function readAddress(search: Readonly<Record<string, unknown>>): ClipAddress {
  const { panel, t, frame, view } = search;
  const ms = typeof t === 'number' || typeof t === 'string' ? Number(t) : Number.NaN;
  return {
    panel: panelNames.find((name) => name === panel) ?? 'claims',
    t: Number.isFinite(ms) && ms >= 0 ? Math.round(ms) : undefined,
    frame: typeof frame === 'string' && UUID.test(frame) ? frame : undefined,
    view: views.find((name) => name === view) ?? 'desk',
  };
}
