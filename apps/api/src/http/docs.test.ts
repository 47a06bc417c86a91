import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneDatabase, testConfig } from '../../test/app.js';
import { Client } from '../../test/client.js';
import { createApp } from '../app.js';
import { registerPages } from './pages.js';

interface Contract {
  paths: Record<string, Record<string, { operationId: string; summary?: string }>>;
}

const USED = ['createDeployment', 'createDevice', 'createLabels', 'listCaseTemplates', 'openCase', 'changeCases'];

let app: Awaited<ReturnType<typeof createApp>>;
let client: Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await cloneDatabase();
  ({ drop } = database);
  const config = testConfig(database.url);
  app = await createApp(config);
  await registerPages(app, config);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  client = new Client(`http://127.0.0.1:${port}`);
});
afterAll(async () => {
  await app.close();
  await drop();
});

describe('the reference of the API', () => {
  it('comes with the product, names the routes of sites, devices, labels and cases, and says what each does (S1.20)', async () => {
    const page = await client.get('/docs');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    const { status, body } = await client.get<Contract>('/docs/openapi.json');
    expect(status).toBe(200);
    const operations = Object.values(body.paths).flatMap((path) => Object.values(path));
    const names = operations.map(({ operationId }) => operationId);
    for (const name of USED) expect(names).toContain(name);
    expect(operations.filter(({ summary }) => !summary).map(({ operationId }) => operationId)).toEqual([]);
  });
});
