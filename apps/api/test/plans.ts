import { type Db, rows } from '../src/db/sql.js';

const BIG = [
  'customers',
  'customer_phones',
  'contacts',
  'contact_phones',
  'identities',
  'identity_phones',
  'credentials',
  'cases',
  'notifications',
  'audit_events',
];

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: Plan[];
}

const scansOf = (plan: Plan): string[] => [
  ...(plan['Node Type'] === 'Seq Scan' && BIG.includes(plan['Relation Name'] ?? '')
    ? [plan['Relation Name'] ?? '']
    : []),
  ...(plan.Plans ?? []).flatMap(scansOf),
];

const indexesOf = (plan: Plan): string[] => [
  ...(plan['Index Name'] ? [plan['Index Name']] : []),
  ...(plan.Plans ?? []).flatMap(indexesOf),
];

interface Statement {
  sql: string;
  values: unknown[];
}

async function planOf(db: Db, { sql, values }: Statement): Promise<Plan | undefined> {
  const [answer] = await rows<{ 'QUERY PLAN': [{ Plan: Plan }] }>(db, `EXPLAIN (FORMAT JSON) ${sql}`, values);
  return answer?.['QUERY PLAN'][0].Plan;
}

/** Names of the big tables that the statement would read from end to end. */
export async function seqScans(db: Db, statement: Statement): Promise<string[]> {
  const plan = await planOf(db, statement);
  return plan ? scansOf(plan) : ['no plan'];
}

/** Names of the indexes that the statement would use. */
export async function indexesUsed(db: Db, statement: Statement): Promise<string[]> {
  const plan = await planOf(db, statement);
  return plan ? indexesOf(plan) : [];
}

/** Many customers, contacts, phones and logins in a few statements: enough rows for PostgreSQL to plan as with a million. */
export async function loadPeople(db: Db, contacts: number): Promise<void> {
  const customers = Math.floor(contacts / 4);
  const id = (block: string, n: string) => `('01900000-0000-7000-${block}-' || lpad(${n}::text, 12, '0'))::uuid`;
  const phone = (n: string) => `'+467' || lpad(${n}::text, 8, '0')`;
  const statements = [
    `SET LOCAL statement_timeout = 0`,
    // The keys of these rows fit as they are made: looking each of them up takes more than half of the time.
    `SET LOCAL session_replication_role = replica`,
    `INSERT INTO customers (id, number, name, name_key, email, email_key, status, rights_profile_id, created_at)
     SELECT ${id('8001', 'n')}, (20000 + n)::text, 'Bygg ' || n, 'bygg ' || n, 'info' || n || '@bygg.example', 'info' || n || '@bygg.example',
            CASE WHEN n % 50 = 0 THEN 'inactive' ELSE 'active' END, '01900000-0000-7000-8000-000000000001', now() - n * interval '1 minute'
       FROM generate_series(1, ${customers}) n`,
    `INSERT INTO customer_phones (customer_id, position, e164, type) SELECT ${id('8001', 'n')}, 0, ${phone('n')}, 'mobile' FROM generate_series(1, ${customers}) n`,
    `INSERT INTO identities (id, email, email_key) SELECT ${id('8003', 'n')}, 'eva' || n || '@nordic.example', 'eva' || n || '@nordic.example' FROM generate_series(1, ${contacts}, 2) n`,
    `INSERT INTO contacts (id, customer_id, identity_id, first_name, last_name, name_key, email, email_key, access, way_in, reset_ready, status, is_portal_user, created_at)
     SELECT ${id('8002', 'n')}, ${id('8001', `(n % ${customers} + 1)`)}, CASE WHEN n % 2 = 1 THEN ${id('8003', 'n')} END,
            f.name, 'x' || n, lower(f.name) || ' ' || n, 'eva' || n || '@nordic.example', 'eva' || n || '@nordic.example',
            CASE WHEN n % 2 = 0 THEN 'none' WHEN n % 10 = 1 THEN 'invited' WHEN n % 100 = 3 THEN 'suspended' ELSE 'active' END,
            CASE WHEN n % 2 = 0 THEN 'never_invited' WHEN n % 10 = 1 THEN 'waiting' WHEN n % 100 = 3 THEN 'contact_inactive' ELSE 'pin' END, CASE WHEN n % 500 = 7 THEN 'not_allowed' ELSE 'none' END,
            CASE WHEN n % 40 = 0 THEN 'inactive' ELSE 'active' END, n % 30 <> 0, now() - n * interval '1 minute'
       FROM generate_series(1, ${contacts}) n CROSS JOIN LATERAL (SELECT (ARRAY['Eva', 'Karl', 'Lind', 'Åsa'])[n % 4 + 1] AS name) f`,
    `INSERT INTO contact_phones (contact_id, position, e164, type) SELECT ${id('8002', 'n')}, 0, ${phone('n')}, 'mobile' FROM generate_series(1, ${contacts}) n`,
    `INSERT INTO identity_phones (identity_id, e164, type) SELECT ${id('8003', 'n')}, ${phone('n')}, 'mobile' FROM generate_series(1, ${contacts}, 2) n`,
    `INSERT INTO credentials (id, identity_id, kind, state, hash, set_by, length) SELECT ${id('8004', 'n')}, ${id('8003', 'n')}, 'pin', 'active', 'none', 'system', 6 FROM generate_series(1, ${contacts}, 2) n`,
    `INSERT INTO cases (id, number, customer_id, subject, source) SELECT ${id('8005', 'n')}, n, ${id('8001', `(n % ${customers} + 1)`)}, 'Leak ' || n, 'portal' FROM generate_series(1, ${customers}) n`,
    `INSERT INTO notifications (id, kind, to_address, destination, language, subject, body, contact_id, state)
     SELECT ${id('8006', 'n')}, 'portal-credentials', 'x@nordic.example', 'nordic.example', 'en', 's', 'b', ${id('8002', 'n')}, 'accepted' FROM generate_series(1, ${contacts}, 4) n`,
    `INSERT INTO attempt_budgets (key, kind, identity_id, used, next_at) SELECT n::text, 'pin', ${id('8003', 'n')}, 6, now() + interval '5 minutes' FROM generate_series(1, 999, 2) n`,
    // All rows of 100,000 are looked at, so that no plan hangs on which of them a sample happens to hold.
    `SET LOCAL default_statistics_target = 334`,
    'ANALYZE',
  ];
  await (db as { transaction?: (work: (tx: Db) => Promise<void>) => Promise<void> }).transaction?.(async (tx) => {
    for (const statement of statements) await rows(tx, statement);
  });
}
