import { lazy, Suspense } from 'react';
import { sessionGate } from '@/api/session-gate';
import { windowsWanted } from '@/ui/windows';
import { router } from './router';

const AFTER_PAGE_MS = 1_000;
const AT_LATEST_MS = 10_000;

const Dialogs = lazy(async () => {
  await Promise.race([firstPageStands(), windowsWanted]);
  const [{ Dialogs: code }] = await Promise.all([import('./dialogs'), import('@/keys/keys-list')]);
  return { default: code };
});

/**
 * Windows bring more code than the first page itself. They are fetched by themselves once it stands, not when one is wanted:
 * a session may end when the desk is out of reach.
 */
export function LazyDialogs() {
  return (
    <Suspense fallback={null}>
      <Dialogs />
    </Suspense>
  );
}

function firstPageStands(): Promise<void> {
  return new Promise((resolve) => {
    const ignoreRouter = router.subscribe('onRendered', () => {
      ignoreRouter();
      setTimeout(resolve, AFTER_PAGE_MS);
    });
    const ignoreGate = sessionGate.watch(() => {
      if (!sessionGate.isClosed()) return;
      ignoreGate();
      resolve();
    });
    setTimeout(resolve, AT_LATEST_MS);
  });
}
