import '@mantine/core/styles.css';
import './fonts.css';
import './app.css';
import './app-print.css';
import './short-window.css';
import './forced-colors.css';
import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { isRetriable } from '../api/client.ts';
import { isSignedOut } from '../api/session.ts';
import { i18n } from '../locales/i18n.ts';
import { router } from './router.tsx';
import { contrast, theme } from './theme.ts';

/** A session that ended somewhere shows the way in again, whatever was being read. */
const lookWhoIsHere = (error: unknown) => {
  if (isSignedOut(error)) void queries.invalidateQueries({ queryKey: ['me'] });
};
const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      if (queryKey[0] !== 'me') lookWhoIsHere(error);
    },
  }),
  mutationCache: new MutationCache({ onError: lookWhoIsHere }),
  defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => count < 3 && isRetriable(error) } },
});

/** The nonce that the server put on the page's own script; styles made at run time carry it too. */
const nonce = () => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';

// Mantine's dialogs lock the page's scrolling through a style element of react-style-singleton, which asks here
Object.assign(globalThis, { __webpack_nonce__: nonce() });

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queries}>
          <MantineProvider
            theme={theme}
            defaultColorScheme="auto"
            cssVariablesResolver={contrast}
            getStyleNonce={nonce}
          >
            <RouterProvider router={router} />
          </MantineProvider>
        </QueryClientProvider>
      </I18nextProvider>
    </StrictMode>,
  );
}
