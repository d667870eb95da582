import { Center, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** It stands for a whole page: its heading is the page's, and the window bears its name. */
  readonly isPage?: boolean;
  /** What the reader can do about it. */
  readonly children?: ReactNode;
}

/** Nothing here, why, and what to do. */
export function EmptyState({ title, isPage = false, children }: Props) {
  useDocumentTitle(isPage ? `${title} · Sightline` : '');
  return (
    <Center mih={180} p="md">
      <Stack gap="xs" align="center" maw={520} ta="center">
        <Title order={isPage ? 1 : 2} size="h4">
          {title}
        </Title>
        {children !== undefined && <Text component="div">{children}</Text>}
      </Stack>
    </Center>
  );
}
