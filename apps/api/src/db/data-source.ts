import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from '../config/config.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { namedPg } from './named-statements.js';
import { SnakeNaming } from './naming.js';

// bigint columns here are counters far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Options of the one data source. Sessions of the pool give up a statement after 5 s (INP-5) unless a job raises it. */
export function dataSourceOptions(database: Config['database']): DataSourceOptions {
  return {
    type: 'postgres',
    url: database.url,
    driver: database.namedStatements ? namedPg : pg,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    poolSize: database.pool,
    applicationName: 'latchkey',
    extra: { connectionTimeoutMillis: 2_000, statement_timeout: 5_000, idleTimeoutMillis: 60_000, pipeline: true },
  };
}
