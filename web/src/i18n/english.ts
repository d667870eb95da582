import { namespaced } from './namespaced';

export const texts = namespaced(
  import.meta.glob<Record<string, unknown>>('../**/locales/en.json', { eager: true, import: 'default' }),
);
