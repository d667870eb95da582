import { Group, Stack, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page's one heading of the first rank, its actions and its content. */
export function Page({ title, actions, children }: Props) {
  useDocumentTitle(`${title} · Sightline`);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1} size="h2">
          <bdi>{title}</bdi>
        </Title>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}
