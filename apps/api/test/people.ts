import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { ContactDto } from '../src/contacts/contact.dto.js';
import type { CustomerDto } from '../src/customers/customer.dto.js';
import { newId } from '../src/db/id.js';
import { rows } from '../src/db/sql.js';
import { SessionsService } from '../src/sessions/sessions.service.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';

/** A customer made over the API. */
export async function newCustomer(
  client: Client,
  fields: Record<string, unknown> = {},
): Promise<z.output<typeof CustomerDto>> {
  const answer = await client.post<z.output<typeof CustomerDto>>('/customers', { name: 'Nordic Lifts', ...fields });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

/** A contact made over the API. */
export async function newContact(
  client: Client,
  customerId: string,
  fields: Record<string, unknown> = {},
): Promise<z.output<typeof ContactDto>> {
  const answer = await client.post<z.output<typeof ContactDto>>('/contacts', {
    customerId,
    firstName: 'Eva',
    ...fields,
  });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

interface Login {
  email?: string;
  phones?: string[];
  contactIds?: string[];
  /** Kinds of secrets it has. The hashes are of nothing: sign-in is tested elsewhere. */
  secrets?: ('password' | 'pin')[];
}

/** A login, written as rows: how logins come about is tested with the credentials. */
/** As the rule would say it (way-in-sql.ts) of somebody who signed in before. */
const wayInOf = ([first, second]: readonly string[]): string => (second ? 'both' : (first ?? 'never_invited'));

export async function insertLogin(test: TestApp, login: Login): Promise<string> {
  const id = newId();
  await rows(test.db, `INSERT INTO identities (id, email, email_key) VALUES ($1, $2, lower($2))`, [
    id,
    login.email ?? null,
  ]);
  for (const e164 of login.phones ?? [])
    await rows(test.db, `INSERT INTO identity_phones (identity_id, e164, type) VALUES ($1, $2, 'mobile')`, [id, e164]);
  for (const kind of login.secrets ?? []) {
    await rows(
      test.db,
      `INSERT INTO credentials (id, identity_id, kind, state, hash, set_by, length) VALUES ($1, $2, $3, 'active', $4, 'staff', 6)`,
      [newId(), id, kind, `hash of ${id}`],
    );
  }
  await rows(
    test.db,
    `UPDATE contacts SET identity_id = $1, access = 'active', way_in = $3 WHERE id = ANY ($2::uuid[])`,
    [id, login.contactIds ?? [], wayInOf(login.secrets ?? [])],
  );
  return id;
}

/** An open session of a login at one of its companies. */
export async function openSession(test: TestApp, identityId: string, contactId: string): Promise<string> {
  const { rowId } = await test.app
    .get(SessionsService)
    .open(test.db, { kind: 'contact', identityId, contactId, method: 'pin', ip: '127.0.0.1' });
  return rowId;
}

export async function isOpen(test: TestApp, sessionRowId: string): Promise<boolean> {
  return (await rows(test.db, `SELECT 1 FROM sessions WHERE id = $1`, [sessionRowId])).length === 1;
}

/** Everything that lets people in, as one text: the same before and after means that nothing was touched (INV-1). */
export async function credentialsFingerprint(test: TestApp): Promise<string> {
  const parts = await Promise.all(
    ['identities', 'identity_phones', 'credentials'].map((table) =>
      rows(test.db, `SELECT t::text AS row FROM ${table} t ORDER BY 1`),
    ),
  );
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** An open case reported by a contact. */
export async function insertCase(test: TestApp, customerId: string, contactId: string | null = null): Promise<string> {
  const id = newId();
  await rows(
    test.db,
    `INSERT INTO cases (id, number, customer_id, contact_id, subject, source) VALUES ($1, nextval('case_number'), $2, $3, 'Leak', 'portal')`,
    [id, customerId, contactId],
  );
  return id;
}
