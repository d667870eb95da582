import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { preloadPage } from './app/preload-page';
import { startLanguage } from './i18n/i18n';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const language = startLanguage();
preloadPage();
// Not awaited here: the language's file and the page's import from this one, and would wait for its end.
void language.then(() => createRoot(root).render(<App />));
