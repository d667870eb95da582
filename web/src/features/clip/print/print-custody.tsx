import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { Moment } from '@/ui/time';

const MOST = 200;

/** What happened to the clip, a sentence each. */
export function PrintCustody({ clipId }: { readonly clipId: string }) {
  const { t } = useTranslation('clip');
  const { data, error, refetch } = useQuery({
    queryKey: keys.clipPart(clipId, 'history-print'),
    queryFn: () =>
      answer(
        api.GET('/api/v1/clips/{id}/history', {
          params: { path: { id: clipId }, query: { limit: MOST } },
        }),
      ),
  });
  return (
    <section>
      <h2>{t('custody.timeline')}</h2>
      {error !== null && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      <ol>
        {data?.items.map(({ seq, at, summary }) => (
          <li key={seq}>
            <Moment at={at} /> · <span dir="ltr">#{seq}</span> · <bdi>{summary}</bdi>
          </li>
        ))}
      </ol>
      {data?.nextCursor != null && <p>{t('print.more', { count: MOST })}</p>}
    </section>
  );
}
