import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type Server, startServer } from './server-process.js';

const CUSTOMERS = 500_000;

/** Loads the limit's own tables: 500,000 customers, 1,000,000 contacts. Its SQL is written for psql; only its variables and settings matter here. */
export async function prepareLimit(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const done = await client.query(`SELECT to_regclass('support_case') AS loaded`);
    if (done.rows[0]?.loaded) return;
    const sql = (name: string) =>
      readFileSync(join(folder, 'sql', name), 'utf8')
        .split('\n')
        .filter((line) => !line.startsWith('\\'))
        .join('\n');
    await client.query(sql('schema.sql'));
    const [data = '', after = ''] = sql('generate.sql').replaceAll(':n', String(CUSTOMERS)).split('COMMIT;');
    await client.query(`${data}COMMIT;`);
    for (const statement of after.split(';').filter((part) => part.trim())) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The bare server, copied beside our own packages so that it finds Fastify, pg and bcrypt. */
export function startLimit(options: {
  folder: string;
  cache: string;
  databaseUrl: string;
  port: number;
}): Promise<Server> {
  const copy = join(options.cache, 'limit');
  mkdirSync(copy, { recursive: true });
  cpSync(join(options.folder, 'limit'), copy, { recursive: true, force: true, mode: 0 });
  return startServer({
    args: ['server.mjs'],
    cwd: copy,
    url: `http://127.0.0.1:${options.port}`,
    health: '/health',
    patienceSeconds: 30,
    env: { PORT: String(options.port), DATABASE_URL: options.databaseUrl, AUTH: 'row', PIN: 'hmac', POOL: '10' },
  });
}
