import { namespaced } from './namespaced';

/** What every other page says. */
export const texts = namespaced(
  import.meta.glob<Record<string, unknown>>(
    ['../features/**/locales/en.json', '!../features/inbox/**', '!../features/people/way-in/**'],
    { eager: true, import: 'default' },
  ),
);
