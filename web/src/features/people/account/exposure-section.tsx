import { Progress, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '@/api/client';
import { keys } from '@/api/keys';
import { ProblemAlert } from '@/ui/problem-alert';
import { latestDays, mostMinutes } from './exposure-days';
import { Section } from './section';

/** How many minutes a day somebody had graphic material open, and a word about breaks. */
export function ExposureSection() {
  const { t } = useTranslation('account');
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const exposure = useQuery({
    queryKey: [...keys.me, 'exposure', timezone],
    queryFn: () => answer(api.GET('/api/v1/me/exposure', { params: { query: { timezone } } })),
  });
  const days = latestDays(exposure.data?.items ?? []);
  const most = mostMinutes(days);
  return (
    <Section title={t('exposure')} intro={t('exposureIntro')}>
      {exposure.isError && <ProblemAlert error={exposure.error} onRetry={() => void exposure.refetch()} />}
      {exposure.data !== undefined && days.length === 0 && <Text size="sm">{t('exposureNone')}</Text>}
      {days.length > 0 && (
        <Table aria-label={t('exposure')} verticalSpacing={4} layout="fixed">
          <Table.Tbody>
            {days.map(({ day, minutes }) => (
              <Table.Tr key={day}>
                <Table.Th scope="row" fw={400} dir="ltr" w={110}>
                  {day}
                </Table.Th>
                <Table.Td w={110}>{t('minutes', { count: minutes })}</Table.Td>
                <Table.Td>
                  <Progress value={(minutes / most) * 100} color="gray" aria-hidden />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="sm">{t('breaks')}</Text>
    </Section>
  );
}
