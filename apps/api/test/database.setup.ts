import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase, startPostgres } from '@latchkey/embedded-postgres';
import { DataSource } from 'typeorm';
import type { TestProject } from 'vitest/node';
import { dataSourceOptions } from '../src/db/data-source.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the empty migrated database that test files copy; its server also holds the copies. */
    templateUrl: string;
  }
}

/** One throw-away PostgreSQL for the whole run, with a migrated template in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  const postgres = await startPostgres({
    dataDir: join(folder, 'pg'),
    fast: true,
    flags: ['-c', 'max_connections=300'],
  });
  await createDatabase(postgres.url('postgres'), 'template_latchkey');
  const templateUrl = postgres.url('template_latchkey');
  const source = new DataSource(
    dataSourceOptions({ url: templateUrl, directUrl: templateUrl, pool: 2, namedStatements: false }),
  );
  await source.initialize();
  await source.runMigrations();
  await source.destroy();
  project.provide('templateUrl', templateUrl);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
