import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDatabase, startPostgres } from '@latchkey/embedded-postgres';
import { prepareLimit, startLimit } from './limit.js';
import { type Measured, measure } from './load.js';
import { BENCH_SECRET, PIN, prepareProduct, type ProductIds } from './product-data.js';
import { report } from './report.js';
import { type Pair, pairs } from './scenarios.js';
import { type Server, startServer } from './server-process.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const option = (name: string, fallback: string): string =>
  process.argv.find((part) => part.startsWith(`--${name}=`))?.split('=')[1] ?? fallback;

const limitFolder = resolve(root, option('limit', '../shared/bench'));
const cache = join(root, 'apps/bench/.cache');
const seconds = Number(option('seconds', '6'));
const repeats = Number(option('repeats', '3'));
const BIG = [
  'shared_buffers=1GB',
  'work_mem=16MB',
  'maintenance_work_mem=512MB',
  'max_wal_size=8GB',
  'jit=off',
  'random_page_cost=1.1',
  'max_connections=100',
].flatMap((setting) => ['-c', setting]);

async function signIn(
  server: Server,
  path: string,
  body: unknown,
): Promise<{ cookie: string; answer: Record<string, unknown> }> {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'bench' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { cookie, answer: (await response.json()) as Record<string, unknown> };
}

const startProduct = (databaseUrl: string): Promise<Server> =>
  startServer({
    args: ['apps/api/dist/main.js', '--demo=large'],
    cwd: root,
    url: 'http://127.0.0.1:34510',
    health: '/health/ready',
    patienceSeconds: 900,
    env: {
      PORT: '34510',
      ROLE: 'api',
      DATABASE_URL: databaseUrl,
      APP_SECRET: BENCH_SECRET,
      BCRYPT_COST: '10',
      DATA_DIR: join(cache, 'data'),
      LOG_LEVEL: 'error',
    },
  });

/** The scenarios, with everybody who takes part signed in. */
async function signedInPairs(ids: ProductIds, product: Server, limit: Server): Promise<Pair[]> {
  const staff = await signIn(product, '/api/v1/staff/session', ids.staff);
  const contact = await signIn(product, '/api/v1/portal/sign-in', { identifier: ids.people[0]?.phone, secret: PIN });
  const bearer = await signIn(limit, '/auth/login-pin', { phone: '+177700000010', pin: '4821' });
  return pairs({
    ids,
    staff: { cookie: staff.cookie },
    contact: { cookie: contact.cookie },
    bearer: { authorization: `Bearer ${String(bearer.answer.token)}` },
  });
}

async function run(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  if (!existsSync(join(limitFolder, 'limit/server.mjs')))
    throw new Error(`No bare server at ${limitFolder}: name its folder with --limit=`);
  const postgres = await startPostgres({ dataDir: join(cache, 'postgres'), flags: BIG });
  await createDatabase(postgres.url('postgres'), 'product').catch(() => undefined);
  await createDatabase(postgres.url('postgres'), 'limit_data').catch(() => undefined);
  const product = await startProduct(postgres.url('product'));
  await prepareLimit(postgres.url('limit_data'), limitFolder);
  const limit = await startLimit({ folder: limitFolder, cache, databaseUrl: postgres.url('limit_data'), port: 34511 });
  try {
    const all = await signedInPairs(await prepareProduct(postgres.url('product')), product, limit);
    process.stdout.write(report(await interleaved(all, product, limit)));
  } finally {
    await product.stop();
    await limit.stop();
    await postgres.stop();
  }
}

/** repeat > scenario > side, the order of the sides changing each time: a noisy minute hits both. */
async function interleaved(
  all: Pair[],
  product: Server,
  limit: Server,
): Promise<Map<string, { product: Measured[]; limit: Measured[] }>> {
  const results = new Map(all.map(({ what }) => [what, { product: [] as Measured[], limit: [] as Measured[] }]));
  for (let repeat = 0; repeat <= repeats; repeat += 1) {
    const sides = repeat % 2 === 0 ? (['product', 'limit'] as const) : (['limit', 'product'] as const);
    for (const { pair, side } of all.flatMap((pair) => sides.map((side) => ({ pair, side })))) {
      const measured = await measure(side === 'product' ? product : limit, pair[side], repeat === 0 ? 2 : seconds);
      // The first round warms up.
      if (repeat > 0) results.get(pair.what)?.[side].push(measured);
      process.stderr.write(
        `${repeat}/${repeats} ${pair.what}: ${side} ${Math.round(measured.requestsPerSecond)}/s, ${measured.failures} failures\n`,
      );
    }
  }
  return results;
}

await run();
