import { Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What the reader can do about it. */
  readonly children?: ReactNode;
}

/** Nothing here, why, and what to do. */
export function EmptyState({ title, children }: Props) {
  return (
    <Center mih={180} p="md">
      <Stack gap="xs" align="center" maw={520} ta="center">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children !== undefined && <Text component="div">{children}</Text>}
      </Stack>
    </Center>
  );
}
