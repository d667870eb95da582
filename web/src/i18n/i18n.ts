import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
// Part of the first script: on a slow line one more file is one more wait.
import * as english from './english';

export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];
/** One namespace for each folder that has `locales/en.json` and `locales/ar.json`, named like the folder. */
type Texts = Record<string, Record<string, unknown>>;

const loaders: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => Promise.resolve(english),
  ar: () => import('./arabic'),
};
const STORED = 'sightline.language';

export const directionOf = (language: string): 'ltr' | 'rtl' => (language.startsWith('ar') ? 'rtl' : 'ltr');

export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: storedLanguage(),
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  await changeLanguage(storedLanguage());
}

/** Loads a language's texts, and writes everything in it from then on; `remembered` by this browser, too. */
export async function changeLanguage(language: Language, { remembered = true } = {}): Promise<void> {
  const { texts } = await loaders[language]();
  for (const [namespace, table] of Object.entries(texts))
    i18next.addResourceBundle(language, namespace, table, true, true);
  await i18next.changeLanguage(language);
  if (remembered) localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

function storedLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  const wanted = stored ?? navigator.language.slice(0, 2);
  return languages.find((language) => language === wanted) ?? 'en';
}
