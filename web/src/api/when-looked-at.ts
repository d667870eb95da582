/** Looking at another tab for a moment is no going away. */
const AWAY_AFTER_MS = 5_000;

/**
 * Tells when nobody looks at the page, and when somebody does again or the network is back. Browsers allow six connections to a
 * desk for all tabs together: seven that each keep a stream open would leave none for anything else.
 */
export function whenLookedAt(told: { onLook: () => void; onAway: () => void }): () => void {
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const changed = () => {
    clearTimeout(timer);
    if (document.hidden) timer = setTimeout(told.onAway, AWAY_AFTER_MS);
    else told.onLook();
  };
  document.addEventListener('visibilitychange', changed, { signal: over.signal });
  window.addEventListener('online', told.onLook, { signal: over.signal });
  return () => {
    clearTimeout(timer);
    over.abort();
  };
}
