import { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { dataSourceOptions } from '../db/data-source.js';

/** Brings the database to the newest migration over the direct connection, and says which ones ran. One process at a time. */
export async function migrate(config: Config): Promise<string[]> {
  const options = dataSourceOptions({
    ...config.database,
    url: config.database.directUrl,
    pool: 2,
    namedStatements: false,
  });
  const source = new DataSource({ ...options, extra: { statement_timeout: 0 } } as never);
  await source.initialize();
  try {
    const ran = await source.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
