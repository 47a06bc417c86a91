import { defineConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/** What is measured for people to read; nothing of it is part of the tests. */
export default defineConfig({ test: { ...tests.test, include: ['test/figures/*.figures.ts'], maxWorkers: 1 } });
