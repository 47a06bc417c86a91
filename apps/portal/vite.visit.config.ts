import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstScreenBudget } from './vite/first-screen-budget.ts';
import { visitWorker } from './vite/visit-worker.ts';
import { withoutClientEvents } from './vite/without-client-events.ts';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What a scanned label opens, built apart from the portal: it shares sources with it, but no file (first screen: 75 kB were asked, see docs/adr). */
export default defineConfig(({ mode }) => ({
  base: '/',
  resolve: {
    alias: [
      { find: /^react$/, replacement: source('vite/react-as-preact.ts') },
      { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
      { find: /^react-dom$/, replacement: 'preact/compat' },
      { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
    ],
  },
  publicDir: false,
  define: { __GALLERY__: JSON.stringify(mode !== 'production') },
  plugins: [
    react(),
    tailwindcss(),
    visitWorker(),
    withoutClientEvents(),
    firstScreenBudget({
      catalogues: ['app', 'visit-start'].map((name) => `src/i18n/catalogues/de/${name}.json`),
      limitInBytes: 30_000,
    }),
  ],
  build: {
    emptyOutDir: false,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: { input: 'visit.html' },
  },
}));
