/** Requests that met a lost session wait here until the person has signed in again (see `SignInAgain`). */
class SessionGate {
  #waiting: { promise: Promise<void>; open: () => void } | undefined;
  readonly #watchers = new Set<() => void>();
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

  open(): void {
    this.wasSignedIn = true;
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
