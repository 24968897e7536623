import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

// built from a test run, too, the page is the one that people get
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

const API = 'http://127.0.0.1:3000';

/** `npm run build`. During development `npx vite designer` serves the page and hands the rest to a running API. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), precompress()],
  // the API puts a fresh nonce here for every page it serves
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // the first browsers that know light-dark(); taken apart for older ones it would need what Mantine does not set
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    // fonts stay files: the content security policy needs no data: for them
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // what changes seldom keeps its name, and its place in the cache, when our own pages change
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/ },
            {
              name: 'language',
              test: /node_modules[\\/](i18next|i18next-icu|react-i18next|intl-messageformat|@formatjs)[\\/]/,
            },
            // what most pages share comes at once: on a slow line each small file waits its turn
            { name: 'controls', test: /node_modules[\\/]/, minShareCount: 8 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': API, '/auth': API, '/idp': API } },
});
