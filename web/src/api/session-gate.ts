/** Requests that met a lost session wait here until the person has signed in again (see `SignInAgain`). */
class SessionGate {
  #waiting: { promise: Promise<void>; open: () => void } | undefined;
  readonly #watchers = new Set<() => void>();
  /** Somebody was let in on this page: a lost session is waited out instead of being refused. */
  wasSignedIn = false;

  /** Resolves when the person is signed in again; many requests wait for one sign-in. */
  signedInAgain(): Promise<void> {
    if (this.#waiting === undefined) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting = { promise, open: resolve };
      this.#tell();
    }
    return this.#waiting.promise;
  }

  /** Only after the desk has said that the same person is signed in: what waited goes on in their name. */
  open(): void {
    this.#waiting?.open();
    this.#waiting = undefined;
    this.#tell();
  }

  /** For `useSyncExternalStore`. */
  readonly isClosed = (): boolean => this.#waiting !== undefined;
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }
}

export const sessionGate = new SessionGate();
