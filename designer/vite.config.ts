import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** `npm run build`. During development `npx vite designer` serves the page and hands the rest to a running API. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // the API puts a fresh nonce here for every page it serves
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist',
    target: 'es2022',
    // fonts stay files: the content security policy needs no data: for them
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/auth': 'http://127.0.0.1:3000',
      '/idp': 'http://127.0.0.1:3000',
    },
  },
});
