import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createDatabase, startPostgres } from '@latchkey/embedded-postgres';
import { prepareDevices } from './device-data.js';
import { aboutDevices, BIG_DEVICE_TABLES } from './device-questions.js';
import { prepareLabels } from './label-data.js';
import { aboutLabels, type Question } from './label-questions.js';
import { BENCH_SECRET, PIN, prepareProduct, type ProductIds } from './product-data.js';
import { type Server, startServer } from './server-process.js';

/*
 * Asks the running product for every list, search and detail at 1,000,000 contacts, 1,000,000 devices and 500,000 cases, and reads from
 * PostgreSQL's own log (auto_explain) how each statement was really executed. Ends with 1 when one walked a big table.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const cache = join(root, 'apps/bench/.cache');
const BIG = ['contacts', 'customers', 'contact_phones', 'cases', 'case_messages', ...BIG_DEVICE_TABLES];
const SETTINGS = [
  'shared_buffers=1GB',
  'work_mem=16MB',
  'maintenance_work_mem=512MB',
  'max_wal_size=8GB',
  'jit=off',
  'random_page_cost=1.1',
  'session_preload_libraries=auto_explain',
  'auto_explain.log_min_duration=0',
  'auto_explain.log_analyze=on',
  'auto_explain.log_timing=off',
];

const aboutCustomers = (customer: string): Question[] => [
  ['customers', '/customers?limit=25'],
  ['customers by number', '/customers?limit=25&sort=number'],
  ['customers, newest', '/customers?limit=25&sort=newest'],
  ['customers, inactive', '/customers?limit=25&status=inactive'],
  ['customers: part of a name', '/customers?limit=25&q=arbor%20atl'],
  ['customers: rare name', '/customers?limit=25&q=zenith%20249'],
  ['customers: number', '/customers?limit=25&q=L12345'],
  ['customers: e-mail', '/customers?limit=25&q=office77%40'],
  ['customer', `/customers/${customer}`],
  ['audit of a customer', `/audit-events?limit=25&customerId=${customer}`],
  ['customer activity', `/customers/${customer}/activity`],
];

const aboutContacts = (
  contact: string,
  customer: string,
  person: ProductIds['people'][number] | undefined,
): Question[] => [
  ['contacts', '/contacts?limit=25'],
  ['contacts, newest', '/contacts?limit=25&sort=newest'],
  ['contacts without access', '/contacts?limit=25&access=none'],
  ['contacts invited', '/contacts?limit=25&access=invited'],
  ['contacts locked', '/contacts?limit=25&access=locked'],
  ['contacts suspended', '/contacts?limit=25&access=suspended'],
  ['contacts never invited', '/contacts?limit=25&invitation=none'],
  ['contacts whose invitation ran out', '/contacts?limit=25&invitation=expired&sort=newest'],
  ['contacts whose PIN is due', '/contacts?limit=25&pin=due'],
  ['contacts whose PIN is due, newest', '/contacts?limit=25&pin=due&sort=newest'],
  ['contacts with a new PIN not used yet', '/contacts?limit=25&pin=renewing'],
  ['contacts of a customer', `/contacts?limit=25&customerId=${customer}`],
  ['contacts: part of a name', '/contacts?limit=25&q=arbor%20atl'],
  ['contacts: rare name', '/contacts?limit=25&q=zenith99'],
  ['contacts: e-mail', `/contacts?limit=25&q=${encodeURIComponent(person?.email ?? '')}`],
  ['contacts: part of an e-mail', '/contacts?limit=25&q=arbor1234%40per'],
  ['contacts: phone', `/contacts?limit=25&q=${encodeURIComponent(person?.phone ?? '')}`],
  ['contacts: last digits', `/contacts?limit=25&q=${person?.phone.slice(-6) ?? ''}`],
  ['contact', `/contacts/${contact}`],
  ['contact access', `/contacts/${contact}/access`],
  ['contact activity', `/contacts/${contact}/activity`],
  ['audit of a contact', `/audit-events?limit=25&contactId=${contact}`],
  ['audit of a contact: an act', `/audit-events?limit=25&contactId=${contact}&action=contact.changed`],
  ['contact rights', `/contacts/${contact}/rights`],
];

const aboutAccess = (customer: string): Question[] => [
  ['access report', '/reports/access?limit=25'],
  ['access report: who gets in', '/reports/access?limit=25&state=can'],
  ['access report: who does not', '/reports/access?limit=25&state=cannot'],
  ['access report: by PIN', '/reports/access?limit=25&way=pin'],
  ['access report: locked', '/reports/access?limit=25&reason=locked'],
  ['access report: never invited', '/reports/access?limit=25&reason=never_invited'],
  ['access report: a rare reason', '/reports/access?limit=25&reason=login_disabled'],
  ['access report: never used', '/reports/access?limit=25&neverUsed=true'],
  ['access report: long not used', '/reports/access?limit=25&lastUsedBefore=2026-01-01T00:00:00Z'],
  ['access report: no new password', '/reports/access?limit=25&resetFault=not_allowed&resetFault=bounced'],
  ['access report of a customer', `/reports/access?limit=25&state=cannot&customerId=${customer}`],
  ['access report: counts', '/reports/access/counts'],
];

const aboutCases = (customer: string): Question[] => [
  ['cases', '/cases?limit=25'],
  ['cases open', '/cases?limit=25&status=open'],
  ['cases, high priority', '/cases?limit=25&priority=high'],
  ['cases unassigned', '/cases?limit=25&assigneeId=none'],
  ['cases of mine', '/cases?limit=25&assigneeId=me'],
  ['cases unread', '/cases?limit=25&unread=true'],
  ['cases of a customer', `/cases?limit=25&customerId=${customer}`],
  ['cases: subject', '/cases?limit=25&q=arbor%20atlas'],
  ['cases: number', '/cases?limit=25&q=123456'],
];

const OF_THE_HOUSE: readonly Question[] = [
  ['runs', '/access-runs?limit=25'],
  ['notifications', '/notifications?limit=25'],
  ['notifications failed', '/notifications?limit=25&state=failed'],
  ['audit', '/audit-events?limit=25'],
  ['audit: an act', '/audit-events?limit=25&action=contact.changed'],
  ['audit: a rare act in a time', '/audit-events?limit=25&action=pin.revealed&from=2026-01-01T00:00:00Z'],
  ['audit: a time', '/audit-events?limit=25&from=2020-01-01T00:00:00Z&to=2026-02-01T00:00:00Z'],
  ['audit: somebody', '/audit-events?limit=25&actorId=01900000-0000-7000-8000-000000000001'],
  ['dashboard', '/dashboard'],
];

const OF_A_CONTACT: readonly Question[] = [
  ['portal: my cases', '/portal/cases?limit=25'],
  ['portal: session', '/portal/session'],
  ['portal: companies', '/portal/companies'],
];

function questions(ids: ProductIds): { staff: Question[]; contact: readonly Question[] } {
  const contact = ids.contacts[0] ?? '';
  const customer = ids.customers[0]?.id ?? '';
  const staff = [
    ...aboutCustomers(customer),
    ...aboutContacts(contact, customer, ids.people[0]),
    ...aboutAccess(customer),
    ...aboutCases(customer),
    ...OF_THE_HOUSE,
  ];
  const byPhone: Question = ['sign-in by phone', '/portal/sign-in', { identifier: ids.people[0]?.phone, secret: PIN }];
  return { staff, contact: [...OF_A_CONTACT, byPhone] };
}

const log: string[] = [];

/** Plans that the log has gained since it had `from` lines: PostgreSQL writes through a pipe, a moment later. */
async function plansSince(from: number): Promise<string[]> {
  for (let size = -1; size !== log.length;) {
    size = log.length;
    await sleep(60);
  }
  return log
    .slice(from)
    .join('\n')
    .split(/\n(?=\S.*duration:)/)
    .filter((part) => part.includes('plan:'));
}

interface Finding {
  what: string;
  status: number;
  milliseconds: number;
  indexes: string[];
  walks: string[];
}

/** Twice: the first time opens connections and plans. */
async function ask(url: string, [what, path, body]: Question, cookie: string): Promise<Finding> {
  const asked = () =>
    body === undefined ? fetch(`${url}/api/v1${path}`, { headers: { cookie } }) : post(url, path, body);
  await (await asked()).arrayBuffer();
  const from = log.length;
  const response = await asked();
  await response.arrayBuffer();
  const plans = await plansSince(from);
  const text = plans.join('\n');
  const durations = plans.map((plan) => Number(/duration: ([\d.]+) ms/.exec(plan)?.[1] ?? 0));
  const indexes = new Set(
    [...text.matchAll(/(?:Index (?:Only )?Scan(?: Backward)? using|Bitmap Index Scan on) (\w+)/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  // A "Seq Scan … (never executed)" costs nothing.
  const walks = new Set(
    [...text.matchAll(/Seq Scan on (?:public\.)?(\w+)[^\n]*/g)]
      .filter((match) => BIG.includes(match[1] ?? '') && !match[0].includes('never executed'))
      .map((match) => match[1] ?? ''),
  );
  return {
    what,
    status: response.status,
    milliseconds: Math.max(0, ...durations),
    indexes: [...indexes],
    walks: [...walks],
  };
}

const post = (url: string, path: string, body: unknown): Promise<Response> =>
  fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'bench' },
    body: JSON.stringify(body),
  });

async function signIn(url: string, path: string, body: unknown): Promise<string> {
  const response = await post(url, path, body);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

const startProduct = (databaseUrl: string): Promise<Server> =>
  startServer({
    args: ['apps/api/dist/main.js', '--demo=large'],
    cwd: root,
    url: 'http://127.0.0.1:34512',
    health: '/health/ready',
    patienceSeconds: 900,
    env: {
      PORT: '34512',
      ROLE: 'api',
      DATABASE_URL: databaseUrl,
      APP_SECRET: BENCH_SECRET,
      DATA_DIR: join(cache, 'data'),
      LOG_LEVEL: 'error',
    },
  });

function table(findings: readonly Finding[]): string {
  const lines = findings.map(
    ({ what, status, milliseconds, indexes, walks }) =>
      `| ${what} | ${status} | ${milliseconds.toFixed(2)} | ${indexes.join(', ')} | ${walks.join(', ') || 'none'} |`,
  );
  return `| question | status | slowest statement, ms | indexes used | big tables walked |\n|---|---:|---:|---|---|\n${lines.join('\n')}\n`;
}

async function run(): Promise<boolean> {
  mkdirSync(cache, { recursive: true });
  const postgres = await startPostgres({
    dataDir: join(cache, 'postgres'),
    flags: SETTINGS.flatMap((setting) => ['-c', setting]),
    onLog: (line) => void log.push(line),
  });
  await createDatabase(postgres.url('postgres'), 'product').catch(() => undefined);
  const server = await startProduct(postgres.url('product'));
  try {
    const ids = await prepareProduct(postgres.url('product'));
    const devices = await prepareDevices(postgres.url('product'));
    const label = await prepareLabels(postgres.url('product'), devices.deployment);
    const asked = questions(ids);
    const staff = await signIn(server.url, '/staff/session', ids.staff);
    const contact = await signIn(server.url, '/portal/sign-in', { identifier: ids.people[0]?.phone, secret: PIN });
    const findings: Finding[] = [];
    for (const question of [...asked.staff, ...aboutDevices(devices), ...aboutLabels(label, devices)])
      findings.push(await ask(server.url, question, staff));
    for (const question of asked.contact) findings.push(await ask(server.url, question, contact));
    process.stdout.write(table(findings));
    return findings.every(({ status, walks }) => status === 200 && walks.length === 0);
  } finally {
    await server.stop();
    await postgres.stop();
  }
}

process.exitCode = (await run()) ? 0 : 1;
