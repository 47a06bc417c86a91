import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/browser.ts'],
    // setpriv ties PostgreSQL to the thread that started it, so journeys need processes and not worker threads.
    pool: 'forks',
    // More than the two cores: a journey waits for its pages, its mail and its clock about half of its time.
    maxWorkers: 3,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
