import { createHmac, hkdfSync, randomUUID } from 'node:crypto';
import bcrypt from 'bcrypt';
import pg from 'pg';

export const BENCH_SECRET = 'a-secret-for-measuring-only-0123456789abcdef';
export const PIN = '482173';
export const PASSWORD = 'Correct-Horse-9-battery';
const PEOPLE = 3_000;

/** The same derivation as in the API (config/keys.ts): a measurement needs people who can sign in. */
export function mac(purpose: string, ...parts: string[]): string {
  const hmac = createHmac('sha256', Buffer.from(hkdfSync('sha256', BENCH_SECRET, 'latchkey', purpose, 32)));
  for (const part of parts) hmac.update(`${Buffer.byteLength(part)}:`).update(part);
  return hmac.digest('base64url');
}

export interface ProductIds {
  contacts: string[];
  cases: string[];
  customers: { id: string; name: string }[];
  people: { phone: string; email: string }[];
  staff: { email: string; password: string };
}

/** Gives 3,000 contacts of the large demo a login with PIN and password, once; answers what the scenarios ask for. */
export async function prepareProduct(url: string): Promise<ProductIds> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await givePeopleLogins(client);
    const contacts = await client.query<{ id: string }>(`SELECT id FROM contacts TABLESAMPLE SYSTEM (1) LIMIT 3000`);
    const customers = await client.query<{ id: string; name: string }>(
      `SELECT id, name FROM customers TABLESAMPLE SYSTEM (2) WHERE number LIKE 'L%' LIMIT 3000`,
    );
    const cases = await client.query<{ id: string }>(`SELECT id FROM cases TABLESAMPLE SYSTEM (2) LIMIT 3000`);
    const people = await client.query<{ phone: string; email: string }>(
      `SELECT p.e164 AS phone, i.email FROM identities i JOIN identity_phones p ON p.identity_id = i.id WHERE i.display_name = 'bench'`,
    );
    return {
      contacts: contacts.rows.map(({ id }) => id),
      cases: cases.rows.map(({ id }) => id),
      customers: customers.rows,
      people: people.rows,
      staff: { email: 'owner@demo.example', password: 'open-the-door-2026' },
    };
  } finally {
    await client.end();
  }
}

async function givePeopleLogins(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(`SELECT 1 FROM identities WHERE display_name = 'bench' LIMIT 1`);
  if (rowCount) return;
  const passwordHash = await bcrypt.hash(mac('password', PASSWORD), 10);
  const { rows } = await client.query<{ id: string; email: string; phone: string }>(
    `SELECT k.id, k.email_key AS email, p.e164 AS phone FROM contacts k JOIN contact_phones p ON p.contact_id = k.id
      WHERE k.identity_id IS NULL AND k.email_key LIKE '%@person.example' ORDER BY k.id LIMIT ${PEOPLE}`,
  );
  const people = rows.map((row) => ({ ...row, identity: randomUUID() }));
  const json = JSON.stringify(people.map((person) => ({ ...person, pin: mac('pin', person.identity, PIN) })));
  const from = `FROM jsonb_to_recordset($1::jsonb) AS x(id uuid, identity uuid, email text, phone text, pin text)`;
  await client.query('BEGIN');
  await client.query(
    `INSERT INTO identities (id, email, email_key, display_name) SELECT identity, email, email, 'bench' ${from}`,
    [json],
  );
  await client.query(`INSERT INTO identity_phones (identity_id, e164, type) SELECT identity, phone, 'mobile' ${from}`, [
    json,
  ]);
  await client.query(
    `INSERT INTO credentials (id, identity_id, kind, state, hash, length, set_by, first_used_at) SELECT gen_random_uuid(), identity, 'pin', 'active', pin, 6, 'staff', now() ${from}`,
    [json],
  );
  await client.query(
    `INSERT INTO credentials (id, identity_id, kind, state, hash, set_by, first_used_at) SELECT gen_random_uuid(), identity, 'password', 'active', $2, 'contact', now() ${from}`,
    [json, passwordHash],
  );
  await client.query(
    `UPDATE contacts k SET identity_id = x.identity, access = 'active', way_in = 'both_unused', reset_ready = 'ready' ${from} WHERE k.id = x.id`,
    [json],
  );
  await client.query('COMMIT');
  await client.query('ANALYZE');
}
