import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';

/** For how long the viewer has had graphic material open today: said, and nothing made of it. */
export function Exposure() {
  const { t } = useTranslation('clip');
  const { data } = useQuery({
    queryKey: ['me', 'exposure'],
    queryFn: () => answer(api.GET('/api/v1/me/exposure')),
    // The server counts by days of UTC.
    select: ({ items }) =>
      items.find(({ day }) => day === new Date().toISOString().slice(0, 10))?.minutes ?? 0,
    refetchInterval: 60_000,
  });
  if (data === undefined) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('exposure', { count: data })}
    </Text>
  );
}
