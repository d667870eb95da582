// One of the few fonts that shape every Arabic letter; only its readers load it.
import '@fontsource-variable/noto-sans-arabic';
import { namespaced } from './namespaced';

export const texts = namespaced(
  import.meta.glob<Record<string, unknown>>('../**/locales/ar.json', { eager: true, import: 'default' }),
);
