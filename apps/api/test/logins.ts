import { rows } from '../src/db/sql.js';
import { MessageKinds } from '../src/notifications/message-kinds.js';
import type { TestApp } from './app.js';
import type { Answer } from './answer.js';
import type { Client } from './client.js';
import { newContact, newCustomer } from './people.js';

/** Signs in over the API in a new browser. */
export async function signIn(
  test: TestApp,
  identifier: string,
  secret: string,
): Promise<{ client: Client; answer: Answer }> {
  const client = test.client();
  return { client, answer: await signInWith(client, identifier, secret) };
}

/** Signs in over the API in a browser that was used before. */
export const signInWith = (client: Client, identifier: string, secret: string): Promise<Answer> =>
  client.post('/portal/sign-in', { identifier, secret });

/** Issues a PIN over the API. */
export async function pinOf(staff: Client, contactId: string): Promise<string> {
  const answer = await staff.post(`/contacts/${contactId}/pin`);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.pin;
}

/** Sets a password over the API; it need not be changed at the first sign-in. */
export async function passwordOf(
  staff: Client,
  contactId: string,
  body: object = { mustChange: false },
): Promise<string> {
  const answer = await staff.put(`/contacts/${contactId}/password`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.password;
}

/** The company lets people with a login in at once, without asking them first (D8). */
export const askNobodyFirst = (test: TestApp): Promise<unknown> =>
  rows(
    test.db,
    `UPDATE settings SET data = jsonb_set(data, '{invitations}', coalesce(data -> 'invitations', '{}') || '{"askFirst": false}') WHERE id = 1`,
  );

let count = 0;

/** A phone number that no other test uses. */
export const aPhone = (): string => `+4670174${String(1000 + (count += 1)).slice(-4)}`;

/** Eva at a new customer, with an e-mail and a mobile phone nobody else has. */
export async function aPerson(
  staff: Client,
  fields: Record<string, unknown> = {},
): Promise<{ id: string; customerId: string; email: string; phone: string }> {
  const customer = await newCustomer(staff, { name: `Company ${(count += 1)}` });
  const email = `eva${count}@nordic.example`;
  const phone = aPhone();
  const contact = await newContact(staff, customer.id, {
    firstName: 'Eva',
    lastName: 'Lind',
    email,
    phones: [{ number: phone, type: 'mobile' }],
    ...fields,
  });
  return { id: contact.id, customerId: customer.id, email, phone };
}

export interface Stored {
  id: string;
  kind: string;
  to: string;
  subject: string;
  body: string;
  data: Record<string, unknown>;
}

/** Queued messages about a contact's login, oldest first. */
export const messagesAbout = (test: TestApp, contactId: string): Promise<Stored[]> =>
  rows<Stored>(
    test.db,
    `SELECT id, kind, language, to_address AS to, subject, body, data FROM notifications WHERE contact_id = $1 ORDER BY id`,
    [contactId],
  );

/** What the worker would put into a message now. */
export async function filled(
  test: TestApp,
  id: string,
): Promise<{ values: Record<string, string> } | { cancelled: string }> {
  const [row] = await rows<never>(
    test.db,
    `SELECT id, kind, language, customer_id AS "customerId", contact_id AS "contactId", identity_id AS "identityId", case_id AS "caseId", data FROM notifications WHERE id = $1`,
    [id],
  );
  const { kind } = row as unknown as { kind: string };
  const found = await test.app
    .get(MessageKinds)
    .get(kind)
    ?.fill(test.db, row as never);
  if (!found) throw new Error(`No such message or kind: ${id}`);
  return found;
}

export const LINK_MESSAGE = {
  subject: 'Your access',
  body: 'Open {{activation_link}} or sign in as {{login_id}} at {{portal_link}}.',
};
export const PIN_MESSAGE = {
  subject: 'Your access',
  body: 'Sign in as {{login_id}} with {{initial_pin}} at {{portal_link}}.',
};

/** Sends credentials to one contact and answers the link's token, as its receiver reads it. */
export async function sentToken(test: TestApp, staff: Client, contactId: string): Promise<string> {
  const answer = await staff.post('/credential-sends', { contactIds: [contactId], draft: LINK_MESSAGE });
  const id = answer.body.sent?.[0]?.notificationId;
  if (!id) throw new Error(JSON.stringify(answer.body));
  const message = await filled(test, id);
  if ('cancelled' in message) throw new Error(message.cancelled);
  return String(message.values.activation_link).split('#t=')[1] ?? '';
}

/** Lets the time pass that a contact's next message needs. */
export const aMinuteLater = (test: TestApp, contactId: string): Promise<unknown> =>
  rows(test.db, `UPDATE notifications SET created_at = created_at - interval '61 seconds' WHERE contact_id = $1`, [
    contactId,
  ]);
