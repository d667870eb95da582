import { Alert, Button, Group, List, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '@/api/problem';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What went wrong and what to do about it, for every error that the API or the network gives. */
export function ProblemAlert({ error, onRetry }: Props) {
  const { t } = useTranslation('ui');
  const problem = error instanceof ProblemError ? error : null;
  return (
    <Alert
      role="alert"
      color="red"
      icon={<TriangleAlert aria-hidden />}
      title={t((titles[problem?.status ?? -1] ?? 'failed') as never)}
    >
      <Text>
        <bdi>{problem?.message ?? String(error)}</bdi>
      </Text>
      {problem !== null && problem.errors.length > 0 && (
        <List size="sm">
          {problem.errors.map(({ path, message }) => (
            <List.Item key={`${path}-${message}`}>
              <code dir="ltr">{path}</code>: <bdi>{message}</bdi>
            </List.Item>
          ))}
        </List>
      )}
      {problem?.retryAfterS != null && (
        <Text size="sm">{t('retryAfter', { count: problem.retryAfterS })}</Text>
      )}
      {onRetry !== undefined && (
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('again')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

const titles: Readonly<Record<number, string>> = {
  0: 'offline',
  400: 'invalid',
  401: 'signedOut',
  403: 'forbidden',
  404: 'gone',
  409: 'conflict',
  410: 'gone',
  412: 'conflict',
  413: 'tooLarge',
  422: 'invalid',
  429: 'tooMany',
  503: 'unavailable',
};
