import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

export interface ListWords {
  readonly t: TFunction<'inbox'>;
  readonly language: string;
}

/** The texts of all rows; the same object until the language changes. */
export function useListWords(): ListWords {
  const { t, i18n } = useTranslation('inbox');
  const { language } = i18n;
  return useMemo(() => ({ t, language }), [t, language]);
}
