import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
// Part of the first script: on a slow line one more file is one more wait.
import * as english from './english';

export const languages = ['en', 'ar'] as const;
export type Language = (typeof languages)[number];
/** One namespace for each folder that has `locales/en.json` and `locales/ar.json`, named like the folder. */
type Texts = Record<string, Record<string, unknown>>;

const loaders: Record<Language, () => Promise<{ texts: Texts }>> = {
  en: () => import('./english-pages'),
  ar: () => import('./arabic'),
};
const loads = new Map<Language, Promise<void>>();
const STORED = 'sightline.language';
let shown: Language = 'en';

export const directionOf = (language: string): 'ltr' | 'rtl' => (language.startsWith('ar') ? 'rtl' : 'ltr');

/** Readies what the way in and the lists say; every other page waits for `everyText`. */
export async function startLanguage(): Promise<void> {
  shown = storedLanguage();
  await i18next.use(initReactI18next).init({
    lng: shown,
    fallbackLng: false,
    resources: { en: english.texts },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  if (shown !== 'en') await everyText();
  await show(shown);
}

/** Resolves when every page can say everything in the language that is shown. */
export function everyText(language = shown): Promise<void> {
  const begun = loads.get(language);
  if (begun !== undefined) return begun;
  const load = add(language).catch((error: unknown) => {
    // The next page that wants them asks again.
    loads.delete(language);
    throw error;
  });
  loads.set(language, load);
  return load;
}

async function add(language: Language): Promise<void> {
  const { texts } = await loaders[language]();
  for (const [namespace, table] of Object.entries(texts))
    i18next.addResourceBundle(language, namespace, table, true, true);
}

/** Loads a language's texts, and writes everything in it from then on; `remembered` by this browser, too. */
export async function changeLanguage(language: Language, { remembered = true } = {}): Promise<void> {
  await everyText(language);
  shown = language;
  await show(language);
  if (remembered) localStorage.setItem(STORED, language);
}

async function show(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}

function storedLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  const wanted = stored ?? navigator.language.slice(0, 2);
  return languages.find((language) => language === wanted) ?? 'en';
}
