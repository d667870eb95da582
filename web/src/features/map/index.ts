/** The room's panel of a clip's page. */
export const PlacePanel = (): null => null;
