import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstScreenBudget } from './vite/first-screen-budget.ts';

export default defineConfig(({ mode }) => ({
  base: '/',
  // The gallery shows every page with example data; a production build leaves it out.
  define: { __GALLERY__: JSON.stringify(mode !== 'production') },
  plugins: [
    react(),
    tailwindcss(),
    firstScreenBudget({
      page: 'src/credentials/sign-in-route.tsx',
      catalogues: ['app', 'credentials', 'problem'].map((name) => `src/i18n/catalogues/de/${name}.json`),
      limitInBytes: 110_000,
    }),
  ],
  build: {
    assetsDir: 'assets',
    // The Content-Security-Policy allows files of ours only: no data: fonts, no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
}));
