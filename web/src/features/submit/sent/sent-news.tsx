import { VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { live, type ClipStatus } from '@/api/live';
import type { SentClip } from '../store/kept';
import { isEnded } from './use-clip-status';

/** Often enough to be of use, seldom enough to be borne by somebody who listens to the page. */
const PAUSE_MS = 3_000;

/** For screen readers: how many are done, how many failed. Each step of each clip would be a torrent. */
export function SentNews({ sent }: { readonly sent: readonly SentClip[] }) {
  const { t } = useTranslation('submit');
  const queries = useQueryClient();
  const [counts, setCounts] = useState({ done: 0, failed: 0 });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      timer = undefined;
      const statuses = sent
        .map(({ clipId }) => queries.getQueryData<ClipStatus>(['submitted', clipId]))
        .filter((status) => isEnded(status));
      const failed = statuses.filter((status) => status?.processing.state !== 'complete').length;
      setCounts({ done: statuses.length, failed });
    };
    const stop = live.listen(() => {
      timer ??= setTimeout(count, PAUSE_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries, sent]);
  return (
    <VisuallyHidden role="status">
      {counts.done > 0 && t('sent.news', { done: counts.done, all: sent.length, failed: counts.failed })}
    </VisuallyHidden>
  );
}
