import { sessionGate } from './session-gate';

const PERSON = 'sightline.person';
const OURS = 'sightline.';

export interface Tab {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  /** Loads a page of the desk anew: nothing that this one held in memory is left. */
  readonly loadAnew: (path: string) => void;
  /** Tells the other tabs of this browser who has the session now; null: nobody. */
  readonly tell: (userId: string | null) => void;
  /** The person of this tab may go on with what waited. */
  readonly goOn: () => void;
}

/**
 * Whose work this tab holds. All tabs of a browser share one session, so a tab that still shows one person's work while
 * another has signed in would write in the wrong name, and show what the other may not see.
 */
export class WhoIsHere {
  #userId: string | null = null;

  constructor(private readonly tab: Tab) {}

  /** The desk has said who is signed in. @returns false when that is somebody else: this page is on its way out. */
  is(userId: string): boolean {
    const before = this.#userId ?? this.tab.storage.getItem(PERSON);
    if (before !== null && before !== userId) this.#forget();
    this.tab.storage.setItem(PERSON, userId);
    this.tab.tell(userId);
    if (this.#userId !== null && this.#userId !== userId) {
      this.tab.loadAnew('/inbox');
      return false;
    }
    this.#userId = userId;
    return true;
  }

  /** They signed out: the next person at this computer finds nothing of theirs. */
  left(): void {
    this.#forget();
    this.tab.tell(null);
    this.tab.loadAnew('/sign-in');
  }

  /** Another tab of this browser has signed somebody in, or out. */
  heard(userId: string | null): void {
    if (this.#userId === null) return;
    if (userId === this.#userId) this.tab.goOn();
    else {
      this.#forget();
      this.tab.loadAnew(userId === null ? '/sign-in' : '/inbox');
    }
  }

  /** Drafts of this tab. Another person's must not be found here, not even by looking into the browser's storage. */
  #forget(): void {
    const { storage } = this.tab;
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
    for (const name of names) if (name?.startsWith(OURS) === true) storage.removeItem(name);
  }
}

let made: WhoIsHere | undefined;

/** Made when it is first needed: outside a browser there is no tab. */
export function whoIsHere(): WhoIsHere {
  if (made !== undefined) return made;
  const others = new BroadcastChannel('sightline.session');
  const here = new WhoIsHere({
    storage: sessionStorage,
    loadAnew: (path) => location.replace(path),
    tell: (userId) => others.postMessage({ userId }),
    goOn: () => sessionGate.open(),
  });
  others.addEventListener('message', ({ data }: MessageEvent<{ userId: string | null }>) =>
    here.heard(data.userId),
  );
  // The browser may keep a page that was left, pictures and all, for its "back" button.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  made = here;
  return here;
}
