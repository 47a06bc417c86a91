import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // setpriv ties PostgreSQL to the thread that started it, so journeys need processes and not worker threads.
    pool: 'forks',
    // One browser and one API at a time: on two cores parallel journeys only wait for each other.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
