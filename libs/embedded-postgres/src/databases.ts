import pg from 'pg';

/** Makes a database, as a copy of `template` when one is given. `url` may name any other database of the server. */
export async function createDatabase(url: string, name: string, template?: string): Promise<void> {
  const copy = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : '';
  await run(url, `CREATE DATABASE ${pg.escapeIdentifier(name)}${copy}`);
}

/** Removes a database and ends the connections to it. */
export async function dropDatabase(url: string, name: string): Promise<void> {
  await run(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
