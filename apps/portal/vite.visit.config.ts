import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstScreenBudget } from './vite/first-screen-budget.ts';
import { visitWorker } from './vite/visit-worker.ts';

/** What a scanned label opens, built apart from the portal: it shares sources with it, but no file (75 kB first screen). */
export default defineConfig(({ mode }) => ({
  base: '/',
  publicDir: false,
  define: { __GALLERY__: JSON.stringify(mode !== 'production') },
  plugins: [
    react(),
    tailwindcss(),
    visitWorker(),
    firstScreenBudget({
      page: 'src/visit/main.tsx',
      catalogues: ['app', 'visit-start'].map((name) => `src/i18n/catalogues/de/${name}.json`),
      limitInBytes: 75_000,
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
