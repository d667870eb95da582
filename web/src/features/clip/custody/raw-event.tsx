import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import type { Schemas } from '@/api/problem';
import { Queried } from '../panels/queried';
import { CopyText } from '../metadata/copy-text';
import classes from './custody.module.css';

/** An event as it stands in the custody log, with the hash of its leaf. */
export function RawEvent({ clipId, seq }: { readonly clipId: string; readonly seq: number }) {
  const { t } = useTranslation('clip');
  const query = useQuery({
    queryKey: keys.clipPart(clipId, 'custody'),
    queryFn: () => everyEvent(clipId),
  });
  return (
    <Queried query={query}>
      {(events) => {
        const event = events.find((one) => one.seq === seq);
        if (event === undefined) return <Text size="xs">{t('custody.withheld')}</Text>;
        return (
          <>
            <CopyText text={event.leaf} />
            <pre className={classes['raw']} dir="ltr">
              {JSON.stringify(event, null, 1)}
            </pre>
          </>
        );
      }}
    </Queried>
  );
}

async function everyEvent(id: string): Promise<Schemas['CustodyEvent'][]> {
  const events: Schemas['CustodyEvent'][] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor === null ? {} : { cursor }) };
    const page: Schemas['CustodyEventPage'] = await answer(
      api.GET('/api/v1/clips/{id}/custody', { params: { path: { id }, query } }),
    );
    events.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return events;
}
