import { SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, languages, type Language } from '@/i18n/i18n';
import { Section } from './section';

const names: Record<Language, string> = { en: 'English', ar: 'العربية' };

/** Language and theme, of this browser. */
export function LooksSection() {
  const { t, i18n } = useTranslation('account');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Section title={t('looks')} intro={t('looksIntro')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm" fw={600} id="language">
          {t('language')}
        </Text>
        <SegmentedControl
          aria-labelledby="language"
          data={languages.map((language) => ({
            value: language,
            label: <bdi lang={language}>{names[language]}</bdi>,
          }))}
          value={languages.find((language) => i18n.language === language) ?? 'en'}
          onChange={(value) => void changeLanguage(value)}
        />
        <Text size="sm" fw={600} id="theme">
          {t('theme')}
        </Text>
        <SegmentedControl
          aria-labelledby="theme"
          data={(['auto', 'light', 'dark'] as const).map((scheme) => ({
            value: scheme,
            label: t(`themes.${scheme}` as never),
          }))}
          value={colorScheme}
          onChange={(value) => setColorScheme(value)}
        />
      </Stack>
    </Section>
  );
}
