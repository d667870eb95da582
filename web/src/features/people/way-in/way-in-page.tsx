import { Button, Center, Group, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, languages } from '@/i18n/i18n';
import { Page } from '@/ui/page';

const NAMES = { en: 'English', ar: 'العربية' } as const;

/** The frame of the pages for those who are not in yet: nothing of the desk, but its languages. */
export function WayInPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { i18n } = useTranslation('way-in');
  return (
    <Center mih="100vh" p="md" component="main">
      <Stack w="100%" maw={420} gap="sm">
        <Paper withBorder p="lg">
          <Page title={title}>{children}</Page>
        </Paper>
        <Group justify="center" gap="xs">
          {languages
            .filter((language) => language !== i18n.language)
            .map((language) => (
              <Button
                key={language}
                variant="default"
                size="compact-sm"
                lang={language}
                onClick={() => void changeLanguage(language)}
              >
                {NAMES[language]}
              </Button>
            ))}
        </Group>
      </Stack>
    </Center>
  );
}
