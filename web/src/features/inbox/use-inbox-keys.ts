import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '@/keys/keys';
import type { InboxItem } from './inbox-groups';
import { useOpenClip } from './use-open-clip';

/** j and k walk through what waits; the row that they come to has the focus on its link. */
export function useInboxKeys(shown: readonly InboxItem[], takeNext: () => void) {
  const { t } = useTranslation('inbox');
  const [activeId, setActiveId] = useState<string | null>(null);
  const listRef = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { warm } = useOpenClip();
  const active = shown.findIndex(({ id }) => id === activeId);
  const move = (by: number) => {
    const next = shown[Math.min(Math.max(0, active + by), shown.length - 1)];
    if (next === undefined) return;
    setActiveId(next.id);
    warm(next.id);
    listRef.current?.querySelector<HTMLElement>(`[data-clip="${next.id}"] a`)?.focus();
  };
  useKeys(t('inbox'), [
    { keys: 'j', label: t('key.next'), run: () => move(1) },
    { keys: 'k', label: t('key.previous'), run: () => move(-1) },
    {
      keys: 'o',
      label: t('key.open'),
      run: () => {
        const item = shown[active];
        if (item !== undefined) void navigate({ to: '/clips/$clipId', params: { clipId: item.id } });
      },
    },
    { keys: 't', label: t('key.take'), run: takeNext },
  ]);
  return { active, listRef };
}
