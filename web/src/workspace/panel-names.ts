/** The panels of a clip's page, as its address names them. */
export const panelNames = [
  'claims',
  'annotate',
  'matches',
  'place',
  'times',
  'metadata',
  'comments',
  'custody',
] as const;
export type PanelName = (typeof panelNames)[number];
