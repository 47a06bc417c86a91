import { newId } from '../src/db/id.js';
import { rows } from '../src/db/sql.js';
import { SessionCookies } from '../src/sessions/cookies.js';
import { SessionsService } from '../src/sessions/sessions.service.js';
import { fold } from '../src/text/fold.js';
import type { TestApp } from './app.js';
import type { Answer } from './answer.js';
import type { Client } from './client.js';

/** The profiles that the first migration brings. */
export const PROFILES = {
  standard: '01900000-0000-7000-8000-000000000001',
  wholeCompany: '01900000-0000-7000-8000-000000000002',
  readOnly: '01900000-0000-7000-8000-000000000003',
} as const;

let count = 0;

export async function aCustomer(
  test: TestApp,
  name = `Customer ${(count += 1)}`,
  options: { profile?: keyof typeof PROFILES; language?: string } = {},
): Promise<string> {
  const id = newId();
  await rows(
    test.db,
    `INSERT INTO customers (id, number, name, name_key, rights_profile_id, language) VALUES ($1, $2, $3, $4, $5, $6)`,
    [id, `T${(count += 1)}`, name, fold(name), PROFILES[options.profile ?? 'standard'], options.language ?? null],
  );
  return id;
}

export interface Person {
  client: Client;
  contactId: string;
  customerId: string;
  email: string;
}

/** A browser in which a contact of this customer is signed in, through the real session service. */
export async function signedInContact(
  test: TestApp,
  customerId: string,
  options: { name?: string; language?: string; rightsRemoved?: string[] } = {},
): Promise<Person> {
  const [identityId, contactId] = [newId(), newId()];
  const first = options.name ?? `Person${(count += 1)}`;
  const email = `${fold(first).replaceAll(' ', '.')}.${(count += 1)}@customer.example`;
  await rows(test.db, `INSERT INTO identities (id, display_name, email) VALUES ($1, $2, $3)`, [
    identityId,
    first,
    email,
  ]);
  await rows(
    test.db,
    `INSERT INTO contacts (id, customer_id, identity_id, first_name, name_key, email, email_key, language, rights_removed, access) VALUES ($1, $2, $3, $4, $5, $6, $6, $7, $8, 'active')`,
    [
      contactId,
      customerId,
      identityId,
      first,
      fold(first),
      email,
      options.language ?? null,
      options.rightsRemoved ?? [],
    ],
  );
  const session = await test.app
    .get(SessionsService)
    .open(test.db, { kind: 'contact', identityId, contactId, method: 'password', ip: '127.0.0.1' });
  const client = test.client();
  test.app
    .get(SessionCookies)
    .write(
      { setCookie: (name: string, value: string) => client.cookies.set(name, value) } as never,
      'contact',
      session,
    );
  return { client, contactId, customerId, email };
}

/** Reports a case as the portal does. */
export const report = (person: Person, subject = 'Leaking pump', more: object = {}): Promise<Answer> =>
  person.client.post(
    '/portal/cases',
    { subject, description: `About: ${subject}`, ...more },
    { 'idempotency-key': newId() },
  );

export interface QueuedNotice {
  kind: string;
  to: string;
  language: string;
  subject: string;
  caseId: string | null;
}

export const noticesAbout = (test: TestApp, caseId: string): Promise<QueuedNotice[]> =>
  rows(
    test.db,
    `SELECT kind, to_address AS "to", language, subject, case_id AS "caseId" FROM notifications WHERE case_id = $1 ORDER BY created_at, id`,
    [caseId],
  );
