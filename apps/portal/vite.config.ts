import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstScreenBudget } from './vite/first-screen-budget.ts';
import { reactRouterProduction } from './vite/react-router-production.ts';
import { withoutClientEvents } from './vite/without-client-events.ts';

/** With what they need, in one file: gzip has one dictionary, and nothing is imported and exported by name. */
const FIRST_SCREEN = /src.app.app\.tsx$|react-dom/;
/** Small files that several pages behind the sign-in share. */
const INSIDE = /src.(ui.(time-ago|empty-state|state-badge)|lib.own-data|credentials.companies\.api)\.tsx?$/;

export default defineConfig(({ mode }) => ({
  base: '/',
  // The gallery shows every page with example data; a production build leaves it out.
  define: { __GALLERY__: JSON.stringify(mode !== 'production') },
  plugins: [
    react(),
    tailwindcss(),
    reactRouterProduction(),
    withoutClientEvents(),
    firstScreenBudget({
      catalogues: ['app', 'credentials'].map((name) => `src/i18n/catalogues/de/${name}.json`),
      limitInBytes: 110_000,
    }),
  ],
  build: {
    assetsDir: 'assets',
    // The Content-Security-Policy allows files of ours only: no data: fonts, no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      output: {
        // The first screen names every other file; without words in the names it is 300 bytes smaller.
        chunkFileNames: 'assets/[hash].js',
        codeSplitting: {
          groups: [
            { name: 'first', test: FIRST_SCREEN },
            { name: 'inside', test: INSIDE },
          ],
        },
      },
    },
  },
}));
