import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** One chunk per language, so that only the chosen one is loaded. */
const languageOf = (id: string): string | null => {
  const match = /\/src\/i18n\/([a-z-]+)\/[\w-]+\.json/i.exec(id);
  return match?.[1] ? `language-${match[1]}` : null;
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/admin/',
  plugins: [react()],
  build: {
    target: 'es2022',
    // Inlined assets would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: languageOf, test: /\/src\/i18n\/[a-z-]+\/[\w-]+\.json/i }] } } },
  },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx'] },
});
