import { createTheme, DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { directionOf } from '@/i18n/i18n';
import { KeysProvider } from '@/keys/keys';
import { LazyDialogs } from './lazy-dialogs';
import { queries } from './queries';
import { router } from './router';
import { styleNonce } from './style-nonce';

const theme = createTheme({
  primaryColor: 'blue',
  // White on blue.7 has 4.2:1, on blue.8 5.0:1 (WCAG 2.2 §1.4.3 wants 4.5).
  primaryShade: 8,
  fontFamily: "system-ui, 'Noto Sans Arabic Variable', sans-serif",
  cursorType: 'pointer',
});

export function App() {
  const { i18n } = useTranslation();
  return (
    <DirectionProvider
      key={i18n.language}
      initialDirection={directionOf(i18n.language)}
      detectDirection={false}
    >
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <QueryClientProvider client={queries}>
          <KeysProvider>
            <RouterProvider router={router} />
            <LazyDialogs />
          </KeysProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
