import { namespaced } from './namespaced';

/** What the way in and the lists say: part of the first script. */
export const texts = namespaced(
  import.meta.glob<Record<string, unknown>>(
    [
      '../{app,keys,safety,ui}/locales/en.json',
      '../features/inbox/locales/en.json',
      '../features/people/way-in/locales/en.json',
    ],
    { eager: true, import: 'default' },
  ),
);
