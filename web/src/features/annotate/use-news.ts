import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/api/queries';
import type { AllAnnotations } from './annotation-api';

/** Says when somebody else's annotation has come. */
export function useNews(all: AllAnnotations | undefined, say: (text: string) => void): void {
  const { t } = useTranslation('annotate');
  const me = useMe().data?.userId;
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (all === undefined) return;
    const before = known.current;
    known.current = new Set(all.items.map(({ id }) => id));
    if (before === null) return;
    const news = all.items.filter(({ id, creator }) => !before.has(id) && creator.id !== me);
    if (news.length > 0) say(t('news', { count: news.length }));
  }, [all, me, say, t]);
}
