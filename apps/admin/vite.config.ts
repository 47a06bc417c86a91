import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { firstLoadBudget } from './vite/first-load-budget.ts';

/** In the language with the longest words. */
const texts = (...names: readonly string[]): string[] => names.map((name) => `/src/i18n/de/${name}.json`);
const FRAME = texts('common', 'conflict', 'list', 'problem', 'reauthentication');

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/admin/',
  plugins: [
    react(),
    firstLoadBudget({
      screens: {
        'Signing in': ['/src/features/session/pages/sign-in-page.tsx', ...FRAME, ...texts('session')],
        'Shell and home': ['/src/features/home/pages/home-page.tsx', ...FRAME, ...texts('home')],
      },
      limitInBytes: 230_000,
    }),
  ],
  build: {
    target: 'es2022',
    // Inlined assets would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
});
