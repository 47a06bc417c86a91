import { rows } from '../src/db/sql.js';
import type { TestApp } from './app.js';
import type { Client } from './client.js';
import { aMinuteLater, aPerson, aPhone, filled, LINK_MESSAGE, passwordOf, pinOf, sentToken } from './logins.js';

/** Somebody who cannot get in, and what is typed. */
export interface Class {
  name: string;
  identifier: string;
  secret: string;
}

type Person = Awaited<ReturnType<typeof aPerson>>;
type Prepare = (person: Person) => Promise<unknown>;

/** Reasons that lie in the person, whatever the secret. */
const reasons = (test: TestApp, staff: Client): [string, Prepare][] => [
  ['disabled', ({ email }) => rows(test.db, `UPDATE identities SET status = 'disabled' WHERE email = $1`, [email])],
  ['contact inactive', ({ id }) => staff.post(`/contacts/${id}/deactivate`)],
  ['customer inactive', ({ customerId }) => staff.post(`/customers/${customerId}/deactivate`)],
  ['not a portal user', ({ id }) => staff.patch(`/contacts/${id}`, { isPortalUser: false }, { 'if-match': '"1"' })],
];

/** Somebody whose invitation is on its way, or was not used yet. */
async function invited(staff: Client): Promise<Person> {
  const person = await aPerson(staff);
  await staff.post('/credential-sends', { contactIds: [person.id], draft: LINK_MESSAGE });
  return person;
}

/** People in nine states who cannot get in with a password, each with the secret that fits the story (AUT-4). */
export async function passwordClasses(test: TestApp, staff: Client): Promise<Class[]> {
  const withPassword = async (name: string, prepare: Prepare = async () => undefined): Promise<Class> => {
    const person = await aPerson(staff);
    const secret = await passwordOf(staff, person.id);
    await prepare(person);
    return { name, identifier: person.email, secret };
  };
  const none = await aPerson(staff);
  await pinOf(staff, none.id);
  const pinOnly = await aPerson(staff);
  const closed: Class[] = [];
  for (const [name, prepare] of reasons(test, staff)) closed.push(await withPassword(name, prepare));
  return [
    { name: 'unknown', identifier: 'nobody@nowhere.example', secret: 'not the password' },
    { ...(await withPassword('wrong')), secret: 'not the password' },
    ...closed,
    { name: 'no password', identifier: none.email, secret: 'not the password' },
    { name: 'not accepted', identifier: (await invited(staff)).email, secret: 'not the password' },
    { name: 'wrong kind', identifier: pinOnly.email, secret: await pinOf(staff, pinOnly.id) },
  ];
}

/** The same nine with a phone and a PIN. */
export async function pinClasses(test: TestApp, staff: Client): Promise<Class[]> {
  const withPin = async (name: string, prepare: Prepare = async () => undefined): Promise<Class> => {
    const person = await aPerson(staff);
    const secret = await pinOf(staff, person.id);
    await prepare(person);
    return { name, identifier: person.phone, secret };
  };
  const none = await aPerson(staff);
  const passwordOnly = await aPerson(staff);
  const closed: Class[] = [];
  for (const [name, prepare] of reasons(test, staff)) closed.push(await withPin(name, prepare));
  return [
    { name: 'unknown', identifier: aPhone(), secret: '493817' },
    { ...(await withPin('wrong')), secret: '493817' },
    ...closed,
    { name: 'no PIN', identifier: none.phone, secret: '493817' },
    { name: 'not accepted', identifier: (await invited(staff)).phone, secret: '493817' },
    { name: 'wrong kind', identifier: passwordOnly.phone, secret: await passwordOf(staff, passwordOnly.id) },
  ];
}

/** The same people with the code below an invitation's link; those it was taken from type the code that once was right. */
export async function codeClasses(test: TestApp, staff: Client): Promise<Class[]> {
  const withCode = async (name: string, prepare: Prepare = async () => undefined): Promise<Class> => {
    const person = await aPerson(staff);
    const answer = await staff.post('/credential-sends', { contactIds: [person.id], draft: LINK_MESSAGE });
    const message = await filled(test, answer.body.sent?.[0]?.notificationId ?? '');
    if ('cancelled' in message) throw new Error(message.cancelled);
    await prepare(person);
    return { name, identifier: person.email, secret: String(message.values.activation_code) };
  };
  const neverInvited = await aPerson(staff);
  const pinOnly = await aPerson(staff);
  const closed: Class[] = [];
  for (const [name, prepare] of reasons(test, staff)) closed.push(await withCode(name, prepare));
  const ended: [string, Prepare][] = [
    ['taken back', ({ id }) => staff.post(`/contacts/${id}/invitations/revoke`)],
    ['used', ({ id }) => passwordOf(staff, id)],
    ['expired', ({ id }) => rows(test.db, `UPDATE invitations SET expires_at = now() WHERE contact_id = $1`, [id])],
    [
      'replaced',
      async ({ id }) => {
        await aMinuteLater(test, id);
        await sentToken(test, staff, id);
      },
    ],
  ];
  for (const [name, prepare] of ended) closed.push(await withCode(name, prepare));
  return [
    { name: 'unknown', identifier: 'nobody@nowhere.example', secret: 'aaaa-aaaa' },
    { ...(await withCode('wrong')), secret: 'aaaa-aaaa' },
    ...closed,
    { name: 'never invited', identifier: neverInvited.email, secret: 'aaaa-aaaa' },
    { name: 'wrong kind', identifier: pinOnly.email, secret: await pinOf(staff, pinOnly.id) },
  ];
}
