import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, dropDatabase } from './databases.js';
import { DataDirectoryInUse } from './errors.js';
import { processState } from './process-state.js';
import { startPostgres, type PostgresOptions, type RunningPostgres } from './server.js';
import { compileForChild, startInChild } from './testing/child.js';

let parent: string;
let dataDir: string;
let servers: RunningPostgres[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'latchkey-test-'));
  dataDir = join(parent, 'data');
  servers = [];
});

afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  rmSync(parent, { recursive: true, force: true });
});

async function start(options: Partial<PostgresOptions> = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, ...options });
  servers.push(server);
  return server;
}

async function ask(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

async function waitUntilGone(pid: number): Promise<void> {
  for (let i = 0; i < 100 && processState(pid) === 'alive'; i++) await sleep(50);
  expect(processState(pid)).not.toBe('alive');
}

describe('startPostgres', () => {
  it('makes a server that answers, durable and with names of all scripts in order', async () => {
    const server = await start();
    expect(await ask(server.url('postgres'), 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    const sorted = await ask(
      server.url('postgres'),
      `SELECT n FROM unnest(ARRAY['Zoe','äpfel','Ångström','Bo']) n ORDER BY n`,
    );
    expect(sorted).toEqual([{ n: 'Ångström' }, { n: 'äpfel' }, { n: 'Bo' }, { n: 'Zoe' }]);
    expect(await ask(server.url('postgres'), 'SELECT uuidv7() IS NOT NULL AS ok')).toEqual([{ ok: true }]);
  });

  it('opens no port and keeps its socket in a private folder, which stop removes', async () => {
    const server = await start({ fast: true });
    expect(await ask(server.url('postgres'), 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(statSync(server.socketDir).mode & 0o777).toBe(0o700);
    await server.stop();
    expect(existsSync(server.socketDir)).toBe(false);
    expect(processState(server.pid)).toBe('gone');
  });

  it('passes flags on, hands log lines over and gives up durability only when asked', async () => {
    const lines: string[] = [];
    const server = await start({ fast: true, flags: ['-c', 'max_connections=23'], onLog: (line) => lines.push(line) });
    expect(await ask(server.url('postgres'), 'SHOW max_connections')).toEqual([{ max_connections: '23' }]);
    expect(await ask(server.url('postgres'), 'SHOW fsync')).toEqual([{ fsync: 'off' }]);
    expect(lines.join('\n')).toContain('ready to accept connections');
  });

  it('copies a database from a template and drops it while it is in use', async () => {
    const server = await start({ fast: true });
    await createDatabase(server.url('postgres'), 'model "one"');
    await ask(server.url('model "one"'), 'CREATE TABLE t AS SELECT 7 AS n');
    await createDatabase(server.url('postgres'), 'copy', 'model "one"');
    const client = new pg.Client({ connectionString: server.url('copy') });
    client.on('error', () => undefined);
    await client.connect();
    expect((await client.query('SELECT n FROM t')).rows).toEqual([{ n: 7 }]);
    await dropDatabase(server.url('postgres'), 'copy');
    await expect(ask(server.url('copy'), 'SELECT 1')).rejects.toThrow(/does not exist/);
  });

  it('says which server is running when a second one is started on the same folder', async () => {
    const first = await start();
    const second = startPostgres({ dataDir });
    await expect(second).rejects.toThrow(DataDirectoryInUse);
    await expect(second).rejects.toThrow(`PostgreSQL is already running on ${dataDir} (process ${first.pid}).`);
    expect(await ask(first.url('postgres'), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });

  it('leaves a folder alone that holds something else', async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'holiday.jpg'), 'x');
    await expect(startPostgres({ dataDir })).rejects.toThrow('is not empty and holds no PostgreSQL data');
    expect(existsSync(join(dataDir, 'holiday.jpg'))).toBe(true);
  });

  it('begins again after a run that was killed while it made the data directory', async () => {
    mkdirSync(join(parent, 'data.init-999999999'));
    const server = await start({ fast: true });
    expect(await ask(server.url('postgres'), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    expect(existsSync(join(parent, 'data.init-999999999'))).toBe(false);
  });
});

describe('after kill -9', () => {
  beforeAll(compileForChild);

  it('keeps the data when the server is killed', async () => {
    const first = await start();
    await ask(first.url('postgres'), 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (41)');
    process.kill(first.pid, 'SIGKILL');
    expect(await first.exited).toEqual({ code: null, signal: 'SIGKILL' });
    const second = await start();
    expect(await ask(second.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 41 }]);
  });

  it.runIf(process.platform === 'linux')(
    'ends the server and keeps the data when its node process is killed',
    async () => {
      const child = await startInChild(dataDir);
      await ask(child.url, 'CREATE TABLE kept (n int)', 'INSERT INTO kept VALUES (42)');
      child.node.kill('SIGKILL');
      const second = await start(); // at once, while the first one is still ending
      expect(await ask(second.url('postgres'), 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
      await waitUntilGone(child.pid);
    },
  );

  it('believes no lock file whose process id now belongs to something else', async () => {
    const first = await start();
    await first.stop();
    writeFileSync(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n5432\n/tmp\n\n  0 0\nready\n`);
    const second = await start();
    expect(await ask(second.url('postgres'), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  for (const mode of [0o700, 0o755]) {
    it(`runs as another account below a folder with mode ${mode.toString(8)}`, async () => {
      chmodSync(parent, mode);
      const server = await start({ fast: true });
      expect(statSync(`/proc/${server.pid}`).uid).not.toBe(0);
      expect(await ask(server.url('postgres'), 'SELECT 1 AS n')).toEqual([{ n: 1 }]);
    });
  }
});
