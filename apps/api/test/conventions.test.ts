import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataSourceOptions } from '../src/db/data-source.js';
import { first, rows } from '../src/db/sql.js';
import { createDocument } from '../src/openapi.js';
import { cloneDatabase, useApp } from './app.js';
import { type Caller, callers, signedInContact } from './conventions/actors.js';
import { makingFrom, operationsOf, PNG, requestsOf, toWire } from './conventions/operations.js';
import { accessText, allRoutes, type Route } from './conventions/routes.js';

/** Reviewed: everything that answers without a session. A new one is added here by a person who asked what the whole internet can do with it. */
const OPEN = new Set([
  'getLiveness',
  'getReadiness',
  'getPublicCompany',
  'getPrivacyNotice',
  'getLogo',
  'signInStaff',
  'viewStaffLink',
  'acceptStaffLink',
  'signInContact',
  'viewActivation',
  'acceptActivation',
  'openActivation',
  'askForInvitation',
  // Tries at the code are counted before it is compared (AUT-1).
  'enterActivationCode',
  'askPasswordReset',
  'viewPasswordReset',
  'finishPasswordReset',
  // Writes down what was typed, so many times for each network; looks at nothing and says nothing back.
  'askForHelp',
  'answerHelp',
  // A scan says nothing back; a visit needs the label's secret and the PIN of its deployment (D4).
  // A one-time token of 256 bits that staff were given a minute ago; ending one's own view.
  'openPortalView',
  'endPortalView',
  'recordScan',
  'openVisit',
  // A follow link: a secret of 256 bits in the body; wrong ones are counted by address. The confirmation is bound to one address.
  'openFollow',
  'confirmUpdates',
  // Proof of ours in the link; it only ever ends messages. Mail providers post it without our header.
  'stopMail',
  // With the secret that the mail provider was given.
  'postMailEvents',
  'postReportMail',
  'showMailStop',
  'stopMailByOneClick',
  // Signed with the secret of the SMS provider; it only says what became of a message whose id nobody else knows.
  'reportSms',
  'reportTwilioSms',
  // Only in demo and development mode; elsewhere they are not registered or answer 404.
  'showOutbox',
  'showOutboxMessage',
  'showOutboxHtml',
]);

/** Routes of contacts that no other person's row can be named in, although they take an id; none so far. */
const NOT_FENCED = new Set<string>([]);

const SAMPLE_ID = '018f3b1e-0000-7000-8000-000000000001';
const address = (route: Route, id = SAMPLE_ID): string => route.path.replace(/:\w+/g, id);

describe('conventions', () => {
  const test = useApp();
  let routes: Route[];
  let everybody: Caller[];
  beforeAll(async () => {
    routes = allRoutes(test.app);
    everybody = await callers(test);
  });
  const call = (caller: Caller, route: Route, path = address(route)) => {
    const hasBody = route.inputs.some((input) => input.kind === 'body');
    return caller.client(route).send({ method: route.method, path, body: hasBody ? {} : undefined });
  };

  it('declares for each route who may call it, what it takes and what it answers', () => {
    expect(routes.length).toBeGreaterThan(20);
    const bare = routes.filter((route) => {
      const takesId = !route.path.includes(':') || route.inputs.some((input) => input.kind === 'param');
      return !route.access || !route.hasReturns || !takesId || route.inputs.some((input) => !input.hasSchema);
    });
    expect(bare.map((route) => route.name)).toEqual([]);
    const names = routes.map((route) => route.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('has the table of routes that was reviewed (D20)', async () => {
    const lines = routes.map((route) => `${route.method.padEnd(6)} ${route.path}  ${accessText(route.access)}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./conventions/routes.txt');
  });

  it('answers without a session only where that was reviewed (AZN-1)', () => {
    const open = routes.filter((route) => route.access?.kind === 'anyone').map((route) => route.name);
    expect(open.filter((name) => !OPEN.has(name))).toEqual([]);
  });

  it('refuses every caller that a route does not name, over HTTP (AZN-1, G7)', async () => {
    const wrong: string[] = [];
    let calls = 0;
    for (const route of routes) {
      for (const caller of everybody.filter((one) => !one.mayCall(route))) {
        calls += 1;
        const { status } = await call(caller, route);
        if (status !== 401 && status !== 403)
          wrong.push(`${caller.name}: ${route.method} ${route.path} answered ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(calls).toBeGreaterThan(routes.length * 3);
  }, 120_000);

  it('gives the same verdict to every spelling of a path (AZN-7)', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((one) => one.method === 'GET' && one.access?.kind !== 'anyone')) {
      const path = address(route);
      const spellings = [
        `${path}/`,
        path.replace('/api/v1/', '/api/v1//'),
        path.replace('/api/', '/%61pi/'),
        path.toUpperCase(),
        `${path};x=1`,
        `${path}.json`,
        path.replace('/v1/', '/v1/./'),
      ];
      for (const spelling of spellings) {
        const response = await fetch(test.origin + spelling);
        if (response.status < 400) wrong.push(`${spelling} answered ${response.status}`);
      }
      const head = await fetch(test.origin + path, { method: 'HEAD' });
      if (head.status < 400) wrong.push(`HEAD ${path} answered ${head.status}`);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('shows a contact no row of another customer, whatever id is named (AZN-2, INV-7)', async () => {
    const other = await signedInContact(test, { choose: true });
    const opened = await other.client.post(
      '/portal/cases',
      { subject: 'canary-of-another-customer', description: 'canary-of-another-customer' },
      { 'idempotency-key': 'canary' },
    );
    await other.client.post('/portal/case-files?name=canary-of-another-customer.png', PNG, {
      'content-type': 'image/png',
    });
    const foreign = await rows<{ id: string }>(
      test.db,
      `SELECT id FROM cases UNION ALL SELECT id FROM case_messages UNION ALL SELECT id FROM case_files UNION ALL SELECT id FROM sessions WHERE identity_id = $1 UNION ALL SELECT unnest(ARRAY[$1, $2, $3]::uuid[])`,
      [other.identityId, other.contactId, other.customerId],
    );
    expect(opened.status).toBeLessThan(300);
    expect(await first(test.db, `SELECT 1 FROM case_files`)).toBeDefined();
    const contact = everybody.find((caller) => caller.name === 'contact')!;
    const document = await createDocument();
    const operations = operationsOf(document);
    const wrong: string[] = [];
    for (const route of routes.filter(
      (one) => one.access?.kind === 'contact' && one.path.includes(':') && !NOT_FENCED.has(one.name),
    )) {
      const operation = operations.find((one) => one.id === route.name)!;
      for (const { id } of foreign) {
        // Bodies that fit, so that it is the fence that answers and not a missing field.
        const [request] = fc.sample(requestsOf(operation, makingFrom(document, 0)), { seed: 1, numRuns: 1 });
        const wire = toWire(request!, { id: () => id, version: () => undefined });
        const { status, body } = await contact
          .client(route)
          .send({ ...wire, method: route.method, path: address(route, id) });
        if (status !== 404 || JSON.stringify(body).includes('canary-of'))
          wrong.push(`${route.method} ${route.path} answered ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(
      await first(test.db, `SELECT 1 FROM cases WHERE subject = 'canary-of-another-customer' AND status = 'open'`),
    ).toBeDefined();
  });

  it('has an index for every foreign key, led by a column that names one row by itself', async () => {
    // An index that leaves out rows without a value serves the key as well.
    const missing = await rows<{ table: string; name: string }>(
      test.db,
      `SELECT c.conrelid::regclass::text AS table, c.conname AS name FROM pg_constraint c
        WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND NOT EXISTS (
          SELECT 1 FROM generate_subscripts(c.conkey, 1) part
            JOIN pg_index own ON own.indrelid = c.conrelid AND own.indkey[0] = c.conkey[part]
            JOIN pg_attribute col ON col.attrelid = c.conrelid AND col.attnum = c.conkey[part]
             AND coalesce(pg_get_expr(own.indpred, own.indrelid) = format('(%I IS NOT NULL)', col.attname), true)
            JOIN pg_index key ON key.indrelid = c.confrelid AND key.indisunique AND key.indkey::text = c.confkey[part]::text)`,
    );
    expect(missing).toEqual([]);
  });

  it('has its contract in the repository as it is', async () => {
    type Document = { paths: Record<string, unknown>; components: { schemas: Record<string, unknown> } };
    const parts = ({ paths, components: { schemas }, ...rest }: Document) =>
      Object.entries({ ...paths, ...schemas, rest }).map(([name, part]) => `${name} ${JSON.stringify(part)}`);
    const committed = parts(
      JSON.parse(readFileSync(new URL('../../../libs/api-client/openapi.json', import.meta.url), 'utf8')) as Document,
    );
    const now = parts(JSON.parse(JSON.stringify(await createDocument())) as Document);
    const changed = [
      ...now.filter((part) => !committed.includes(part)),
      ...committed.filter((part) => !now.includes(part)),
    ].map((part) => part.split(' ')[0]);
    expect([...new Set(changed)], 'The contract has changed: run npm run gen').toEqual([]);
  });
});

describe('migrations', () => {
  const SHAPE = `
    SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS line FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1`;

  it('make exactly the tables of the entities, and the last one goes down and up again (R18)', async () => {
    const database = await cloneDatabase();
    const source = new DataSource(
      dataSourceOptions({ url: database.url, directUrl: database.url, pool: 2, namedStatements: false }),
    );
    await source.initialize();
    try {
      const drift = await source.driver.createSchemaBuilder().log();
      expect(drift.upQueries.map((query) => query.query)).toEqual([]);
      const before = await rows(source, SHAPE);
      await source.undoLastMigration();
      expect(await rows(source, SHAPE)).not.toEqual(before);
      await source.runMigrations();
      expect(await rows(source, SHAPE)).toEqual(before);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});
