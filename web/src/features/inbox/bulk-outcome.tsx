import { Button, CloseButton, Group, List, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { nameOfClip } from './clip-row';
import type { Bulk, BulkReport } from './use-bulk';

/** What came of it, clip by clip where it was refused. */
export function BulkOutcome({ bulk, report }: { readonly bulk: Bulk; readonly report: BulkReport }) {
  const { t } = useTranslation('inbox');
  const all = [...report.outcomes];
  const refused = all.filter(([, { clip }]) => clip === undefined);
  return (
    <div role="status">
      <Group gap="xs" mt={4}>
        <Text size="sm">{t('bulk.done', { count: all.length - refused.length })}</Text>
        {refused.length > 0 && (
          <Text size="sm" fw={600}>
            {t('bulk.refused', { count: refused.length })}
          </Text>
        )}
        {report.undo !== undefined && (
          <Button size="compact-sm" variant="light" onClick={bulk.undo}>
            {t('bulk.undo')}
          </Button>
        )}
        {refused.length > 0 && (
          <Button size="compact-sm" variant="light" onClick={bulk.retry}>
            {t('bulk.retry')}
          </Button>
        )}
        <CloseButton size="sm" aria-label={t('close')} onClick={bulk.close} />
      </Group>
      {refused.length > 0 && (
        <List size="sm" mah="30vh" style={{ overflowY: 'auto', overflowWrap: 'anywhere' }} tabIndex={0}>
          {refused.map(([row, { why }]) => (
            <List.Item key={row.id}>
              <Link to="/clips/$clipId" params={{ clipId: row.id }}>
                <bdi>{nameOfClip(row)}</bdi>
              </Link>
              : <bdi>{why}</bdi>
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
