import { Progress, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ClipStatus } from '@/api/live';

type Part = ClipStatus['processing']['parts'][number];

/** Each step of the way, and how far it is. */
export function PartList({ parts }: { readonly parts: readonly Part[] }) {
  const { t } = useTranslation('submit');
  return (
    <Table mt="xs" verticalSpacing={2} fz="sm" layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('parts.part')}</Table.Th>
          <Table.Th>{t('parts.state')}</Table.Th>
          <Table.Th>{t('parts.notes')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {parts.map((part) => (
          <Table.Tr key={part.part}>
            <Table.Td>{t(`part.${part.part}` as never)}</Table.Td>
            <Table.Td>
              {t(`partState.${part.state}`)}
              {part.state === 'running' && part.progress !== undefined && (
                <Progress
                  value={part.progress * 100}
                  size="xs"
                  aria-label={t('sent.progress', { percent: Math.round(part.progress * 100) })}
                />
              )}
            </Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              {part.warnings.map((warning) => (
                <Text key={warning} size="xs">
                  <bdi>{warning}</bdi>
                </Text>
              ))}
              {part.error !== null && <bdi>{part.error.message}</bdi>}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
