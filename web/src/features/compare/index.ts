/** The room's panel of a clip's page. */
export const MatchesPanel = (): null => null;
