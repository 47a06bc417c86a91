import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['test/database.setup.ts'],
    setupFiles: ['test/setup.ts'],
    // One process for all files: booting Nest again for each costs seconds. Module state is kept out of globals.
    isolate: false,
    pool: 'threads',
    // One more than cores: some files mostly wait for processes they kill, for slow bodies or for bcrypt.
    maxWorkers: 3,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for comes at once on a free machine; a busy one may take its time.
    expect: { poll: { timeout: 15_000 } },
  },
});
