import { Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly intro?: string;
  readonly children: ReactNode;
}

/** One concern of the account. */
export function Section({ title, intro, children }: Props) {
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id} miw={0}>
      <Stack gap="sm">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {intro !== undefined && <Text size="sm">{intro}</Text>}
        {children}
      </Stack>
    </Paper>
  );
}
