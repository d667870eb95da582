import { useEffect } from 'react';
import type { SubmitState } from '../store/submit-store';

/** Closing the page would break uploads off: the browser asks first. */
export function useLeaveWarning({ sending }: SubmitState): void {
  const isUploading = [...sending.values()].some(({ error }) => error === null);
  useEffect(() => {
    if (!isUploading) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUploading]);
}
