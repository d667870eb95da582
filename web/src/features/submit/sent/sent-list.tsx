import { Button, Group, Pagination, Stack, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseChoice } from '../rows/case-choice';
import type { SentClip } from '../store/kept';
import { submitStore } from '../store/submit-store';
import { SentItem } from './sent-item';
import { SentNews } from './sent-news';
import { useStatusNews } from './use-clip-status';

const A_PAGE = 25;

interface Props {
  readonly sent: readonly SentClip[];
  readonly cases: readonly CaseChoice[];
}

/** What the desk has taken, and how far it is with each. */
export function SentList({ sent, cases }: Props) {
  const { t } = useTranslation('submit');
  const [page, setPage] = useState(1);
  useStatusNews();
  if (sent.length === 0) return null;
  const pages = Math.ceil(sent.length / A_PAGE);
  const current = Math.min(page, pages);
  return (
    <section aria-label={t('sent.title')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('sent.count', { count: sent.length })}
        </Title>
        <Button variant="default" onClick={() => submitStore.clearSent()}>
          {t('sent.clear')}
        </Button>
      </Group>
      <SentNews sent={sent} />
      <Stack gap={0} component="ol" m={0} p={0} style={{ listStyle: 'none' }}>
        {sent.slice((current - 1) * A_PAGE, current * A_PAGE).map((clip) => (
          <SentItem key={clip.clipId} clip={clip} cases={cases} />
        ))}
      </Stack>
      {pages > 1 && (
        <Pagination
          mt="sm"
          total={pages}
          value={current}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': t(`pages.${control}` as never) })}
        />
      )}
    </section>
  );
}
