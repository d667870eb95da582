import { useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setWallToken } from '@/api/client';
import { live } from '@/api/live';
import { changeLanguage } from '@/i18n/i18n';
import { WallBoard } from './wall-board';
import { WallNotice } from './wall-notice';
import { takeWallToken } from './wall-session';
import classes from './wall.module.css';

/** Figures for a screen on the wall: opened by a `dashboard` token alone, needing no hand, showing nobody and nothing of a clip. */
export function WallPage() {
  const { i18n } = useTranslation('dashboard');
  const search: Record<string, unknown> = useSearch({ strict: false });
  const queries = useQueryClient();
  const [token, setToken] = useState(takeWallToken);

  useEffect(() => {
    // Another link opened in the same tab changes the fragment alone: nothing would be loaded anew.
    const again = () => setToken(takeWallToken());
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  useEffect(() => {
    if (token === null) return undefined;
    return live.start(queries);
  }, [token, queries]);
  // Whoever leaves the wall takes nothing of its token along. Another language puts the whole page up anew, whose first
  // question comes after this, but before other effects.
  useLayoutEffect(() => {
    setWallToken(token);
    return () => setWallToken(null);
  }, [token]);

  const wanted = search['lang'] === 'ar' || search['lang'] === 'en' ? search['lang'] : undefined;
  useEffect(() => {
    if (wanted !== undefined && wanted !== i18n.language) void changeLanguage(wanted, { remembered: false });
  }, [wanted, i18n.language]);

  const caseId = typeof search['case'] === 'string' ? search['case'] : undefined;
  return (
    <main className={classes['wall']} data-theme={search['theme'] === 'light' ? 'light' : 'dark'}>
      {token === null ? (
        <WallNotice kind="noToken" />
      ) : (
        <WallBoard key={token} screen={token.slice(-6)} caseId={caseId} />
      )}
    </main>
  );
}
