import { Group, Paper, Stack, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of the dashboard: a region that a screen reader can go to. */
export function Panel({ title, aside, children }: Props) {
  const id = useId();
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby={id} miw={0}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h5" id={id}>
            {title}
          </Title>
          {aside}
        </Group>
        {children}
      </Stack>
    </Paper>
  );
}
