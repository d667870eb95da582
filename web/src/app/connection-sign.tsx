import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useConnection } from '@/api/live';

const colors = { connecting: 'gray', live: 'teal', polling: 'yellow', lost: 'red' } as const;

/** Whether news come by themselves, are asked for every few seconds, or not at all. */
export function ConnectionSign() {
  const { t } = useTranslation('app');
  const connection = useConnection();
  return (
    <Badge
      role="status"
      variant="dot"
      color={colors[connection]}
      tt="none"
      styles={{ label: { color: 'var(--mantine-color-text)' } }}
    >
      {t(`connection.${connection}` as never)}
    </Badge>
  );
}
