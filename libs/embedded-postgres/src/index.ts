export { createDatabase, dropDatabase } from './databases.js';
export { DataDirectoryInUse } from './errors.js';
export { startPostgres, type PostgresOptions, type RunningPostgres } from './server.js';
