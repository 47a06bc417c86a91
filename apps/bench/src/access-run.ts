import { mkdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createDatabase, dropDatabase, startPostgres } from '@latchkey/embedded-postgres';
import pg from 'pg';
import { BENCH_SECRET } from './product-data.js';
import { type Server, startServer } from './server-process.js';
import { type SmtpSink, startSink } from './smtp-sink.js';

/*
 * Access for 100,000 in one run: seconds of the dry run, contacts a second, memory, and what kill -9 in the middle does.
 * `--contacts=` so many, `--seconds=` so long is given access at most before the run is stopped;
 * `--kill=` after so many of them kill -9 comes (half of them).
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const option = (name: string, fallback: string): number =>
  Number(process.argv.find((part) => part.startsWith(`--${name}=`))?.split('=')[1] ?? fallback);

const contacts = option('contacts', '100000');
const seconds = option('seconds', '3600');
const killAfter = option('kill', String(seconds / 2));
const cache = join(root, 'apps/bench/.cache');
const ORIGIN = 'http://127.0.0.1:34520';

const PEOPLE = [
  `INSERT INTO customers (id, number, name, name_key, language, rights_profile_id)
   SELECT gen_random_uuid(), 'B' || i, 'Bench ' || i, 'bench ' || i, 'en', (SELECT id FROM rights_profiles LIMIT 1) FROM generate_series(1, ${Math.ceil(contacts / 4)}) i`,
  `INSERT INTO contacts (id, customer_id, first_name, last_name, name_key, email, email_key)
   SELECT gen_random_uuid(), c.id, 'Person', 'No ' || i, 'person no ' || i, 'p' || i || '@d' || i % 50 || '.example', 'p' || i || '@d' || i % 50 || '.example'
     FROM generate_series(1, ${contacts}) i JOIN customers c ON c.number = 'B' || (1 + (i - 1) / 4)`,
  `UPDATE settings SET data = data || '{"invitations": {"perMinute": 100000}}'`,
  `ANALYZE`,
];

const startProduct = (databaseUrl: string, smtpUrl: string): Promise<Server> =>
  startServer({
    args: ['apps/api/dist/main.js', '--demo=small'],
    cwd: root,
    url: ORIGIN,
    health: '/health/ready',
    patienceSeconds: 300,
    env: {
      PORT: '34520',
      ROLE: 'all',
      DATABASE_URL: databaseUrl,
      APP_SECRET: BENCH_SECRET,
      SMTP_URL: smtpUrl,
      LEASE_SECONDS: '10',
      DATA_DIR: join(cache, 'data-runs'),
      LOG_LEVEL: 'error',
    },
  });

/** Megabytes: now, and the most so far. */
function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const of = (name: string): number =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1_024);
  return { now: of('VmRSS'), most: of('VmHWM') };
}

interface Run {
  id: string;
  state: string;
  counts: { state: string; count: number }[];
}

class Staff {
  private cookie = '';

  async signIn(): Promise<void> {
    const body = { email: 'owner@demo.example', password: 'open-the-door-2026' };
    const response = await this.send('POST', '/staff/session', body);
    this.cookie = response.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }

  async run(method: 'GET' | 'POST', path: string, body?: object): Promise<Run> {
    return (await (await this.send(method, path, body)).json()) as Run;
  }

  private async send(method: string, path: string, body?: object): Promise<Response> {
    const headers = { 'content-type': 'application/json', 'x-requested-with': 'bench', cookie: this.cookie };
    const response = await fetch(`${ORIGIN}/api/v1${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  }
}

const countOf = ({ counts }: Run, state: string): number =>
  counts.filter((one) => one.state === state).reduce((sum, { count }) => sum + count, 0);

/** Asks again and again; `until` says when it is enough. */
async function watch(staff: Staff, id: string, until: (run: Run) => boolean): Promise<Run> {
  for (;;) {
    const run = await staff.run('GET', `/access-runs/${id}`);
    if (until(run)) return run;
    await sleep(500);
  }
}

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const since = (start: number): number => (performance.now() - start) / 1_000;

/** Given access for a while: contacts a second, and how many mails went out meanwhile. */
async function give(
  staff: Staff,
  product: Server,
  of: { id: string; sink: SmtpSink; forSeconds: number },
): Promise<Run> {
  const before = {
    given: countOf(await staff.run('GET', `/access-runs/${of.id}`), 'given'),
    mails: of.sink.arrived.size,
  };
  const start = performance.now();
  const run = await watch(staff, of.id, ({ state }) => state !== 'running' || since(start) > of.forSeconds);
  const took = since(start);
  const [given, mails] = [countOf(run, 'given') - before.given, of.sink.arrived.size - before.mails];
  say(
    `${given} given access in ${took.toFixed(0)} s: ${(given / took).toFixed(1)}/s; ${mails} mails meanwhile: ${(mails / took).toFixed(1)}/s; RSS ${JSON.stringify(memoryOf(product.pid))} MB; load ${loadavg()[0]?.toFixed(1)}`,
  );
  return run;
}

const TRUTH = `
  SELECT (SELECT count(*)::int FROM access_run_rows WHERE run_id = $1 AND state = 'given') AS given,
         (SELECT count(*)::int FROM access_run_rows WHERE run_id = $1 AND state = 'given' AND notification_id IS NULL) AS "given without a message",
         (SELECT count(*)::int FROM notifications WHERE data ->> 'batch' = $1::text) AS messages,
         (SELECT count(*)::int FROM (SELECT 1 FROM notifications WHERE data ->> 'batch' = $1::text GROUP BY contact_id HAVING count(*) > 1) x) AS "contacts with two",
         (SELECT count(*)::int FROM notifications n WHERE data ->> 'batch' = $1::text AND NOT EXISTS (SELECT 1 FROM access_run_rows x WHERE x.notification_id = n.id)) AS "messages without a row",
         (SELECT count(*)::int FROM notifications WHERE data ->> 'batch' = $1::text AND state IN ('queued', 'sending')) AS "not sent yet"`;

async function measure(databaseUrl: string, sink: SmtpSink): Promise<void> {
  let product = await startProduct(databaseUrl, sink.url);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const staff = new Staff();
  try {
    for (const statement of PEOPLE) await client.query(statement);
    await staff.signIn();
    // What a process does once after its start is over then.
    await sleep(15_000);
    say(`${contacts} contacts; RSS ${JSON.stringify(memoryOf(product.pid))} MB; load ${loadavg()[0]?.toFixed(1)}`);
    const start = performance.now();
    const { id } = await staff.run('POST', '/access-runs', { filter: { access: 'none' } });
    const planned = await watch(staff, id, ({ state }) => state !== 'planning');
    say(
      `dry run of ${countOf(planned, 'waiting') + countOf(planned, 'skipped')}: ${since(start).toFixed(1)} s; RSS ${JSON.stringify(memoryOf(product.pid))} MB`,
    );
    await staff.run('POST', `/access-runs/${id}/start`);
    await give(staff, product, { id, sink, forSeconds: killAfter });
    process.kill(product.pid, 'SIGKILL');
    say('kill -9');
    const again = performance.now();
    product = await startProduct(databaseUrl, sink.url);
    await staff.signIn();
    const known = countOf(await staff.run('GET', `/access-runs/${id}`), 'given');
    await watch(staff, id, (run) => countOf(run, 'given') > known || run.state === 'done');
    say(`the next was given access ${since(again).toFixed(1)} s later, the start of the process included`);
    const run = await give(staff, product, { id, sink, forSeconds: seconds - killAfter });
    if (run.state === 'running') await staff.run('POST', `/access-runs/${id}/stop`);
    await drained(client, id);
    const [truth] = (await client.query<Record<string, number>>(TRUTH, [id])).rows;
    const copies = [...sink.arrived.values()].filter((count) => count > 1).length;
    say(
      `afterwards: ${JSON.stringify({ ...truth, 'mails arrived': sink.arrived.size, 'of them twice': copies })}; RSS ${JSON.stringify(memoryOf(product.pid))} MB`,
    );
  } finally {
    await client.end();
    await product.stop();
  }
}

/** What is queued goes out. */
async function drained(client: pg.Client, id: string): Promise<void> {
  const sql = `SELECT 1 FROM notifications WHERE data ->> 'batch' = $1 AND state IN ('queued', 'sending') LIMIT 1`;
  while ((await client.query(sql, [id])).rowCount) await sleep(1_000);
}

mkdirSync(cache, { recursive: true });
const postgres = await startPostgres({
  dataDir: join(cache, 'postgres-runs'),
  flags: ['-c', 'shared_buffers=256MB', '-c', 'max_wal_size=4GB', '-c', 'jit=off'],
});
const sink = await startSink();
try {
  await dropDatabase(postgres.url('postgres'), 'runs').catch(() => undefined);
  await createDatabase(postgres.url('postgres'), 'runs');
  await measure(postgres.url('runs'), sink);
} finally {
  await sink.stop();
  await postgres.stop();
}
