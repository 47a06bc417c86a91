import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createDatabase, dropDatabase } from '@latchkey/embedded-postgres';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, inject } from 'vitest';
import { createApp } from '../src/app.js';
import { type Config, readConfig } from '../src/config/config.js';
import { Client } from './client.js';

export interface TestApp {
  app: NestFastifyApplication;
  db: DataSource;
  config: Config;
  /** http://127.0.0.1:port */
  origin: string;
  /** A browser of its own: own cookies, nobody signed in. */
  client(): Client;
}

export function testConfig(databaseUrl: string, env: Record<string, string> = {}): Config {
  return readConfig({
    MODE: 'test',
    ROLE: 'api',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '8',
    APP_SECRET: 'a-secret-for-tests-only-0123456789abcdef',
    BCRYPT_COST: '4',
    REFUSAL_MILLISECONDS: '0',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    ...env,
  });
}

/** A copy of the migrated template, for one test file. */
export async function cloneDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = inject('templateUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const server = template.replace(/template_latchkey$/, 'postgres');
  await createDatabase(server, name, 'template_latchkey');
  return { url: template.replace(/template_latchkey$/, name), drop: () => dropDatabase(server, name) };
}

export async function startApp(config: Config): Promise<TestApp> {
  const app = await createApp(config);
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address() as { port: number };
  const origin = `http://127.0.0.1:${address.port}`;
  return { app, db: app.get(DataSource), config, origin, client: () => new Client(origin) };
}

/** The real application on a real PostgreSQL, over a real port, for the tests of this file. */
export function useApp(env: Record<string, string> = {}): TestApp {
  const holder = {} as TestApp;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const database = await cloneDatabase();
    drop = database.drop;
    Object.assign(holder, await startApp(testConfig(database.url, env)));
  });
  afterAll(async () => {
    await holder.app?.close();
    await drop?.();
  });
  return holder;
}
