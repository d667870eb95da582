const wanted = Promise.withResolvers<void>();
const standing = Promise.withResolvers<void>();

/** Resolves when somebody wants a window over the page before its code has come by itself. */
export const windowsWanted: Promise<void> = wanted.promise;

/** The windows' code is there: what is opened from now on is seen. */
export const tellWindowsStand: () => void = standing.resolve;

/** Fetches the windows' code at once. Before the answer resolves, `modals.open…` would be lost. */
export function windowsStand(): Promise<void> {
  wanted.resolve();
  return standing.promise;
}
