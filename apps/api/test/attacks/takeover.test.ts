import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../app.js';
import type { Client } from '../client.js';
import {
  aPerson,
  aPhone,
  askNobodyFirst,
  LINK_MESSAGE,
  messagesAbout,
  passwordOf,
  PIN_MESSAGE,
  pinOf,
  signIn,
} from '../logins.js';
import { newContact, newCustomer } from '../people.js';
import { signedInStaff } from '../staff.js';

const test = useApp();
let admin: Client;
let agent: Client;

beforeAll(async () => {
  await askNobodyFirst(test);
  admin = (await signedInStaff(test, 'admin')).client;
  agent = (await signedInStaff(test, 'agent')).client;
});

const MINE = 'mallory@evil.example';
const skippedAs = (code: string) => ({ sent: [], skipped: [{ code }] });

/** A client that has nothing but a key with these scopes. */
async function keyWith(scopes: string[]): Promise<Client> {
  const made = await admin.post('/api-keys', { name: 'ERP', scopes, expiresInDays: 1 });
  const client = test.client();
  client.headers.authorization = `Bearer ${made.body.key}`;
  return client;
}

let tries = 0;
const send = (client: Client, contactId: string, draft: object) =>
  client.post('/credential-sends', { contactIds: [contactId], draft }, { 'idempotency-key': `take-${(tries += 1)}` });

async function readdress(client: Client, contactId: string, email: string): Promise<void> {
  const { version } = (await admin.get(`/contacts/${contactId}`)).body;
  const answer = await client.patch(`/contacts/${contactId}`, { email }, { 'if-match': `"${version}"` });
  expect(answer.status).toBe(200);
}

describe('a login in use whose contact gets another e-mail', () => {
  it('sends no way in there without the permission to send elsewhere (INV-5, D2, KEY-2)', async () => {
    const person = await aPerson(admin);
    await signIn(test, person.email, await passwordOf(admin, person.id));
    const key = await keyWith(['contact:read', 'contact:write', 'credential:send']);
    await readdress(key, person.id, MINE);

    expect((await send(key, person.id, LINK_MESSAGE)).body).toMatchObject(skippedAs('login_email_differs'));
    expect((await send(agent, person.id, LINK_MESSAGE)).body).toMatchObject(skippedAs('login_email_differs'));
    expect((await messagesAbout(test, person.id)).filter(({ to }) => to === MINE)).toEqual([]);
    expect((await send(admin, person.id, LINK_MESSAGE)).body.sent).toMatchObject([{ to: MINE }]);
  });

  it('sends a PIN there for nobody (INV-5)', async () => {
    const person = await aPerson(admin);
    await signIn(test, person.email, await passwordOf(admin, person.id));
    await readdress(agent, person.id, MINE);
    expect((await send(admin, person.id, PIN_MESSAGE)).body).toMatchObject(skippedAs('login_email_differs'));
  });

  it('gives a login by phone no e-mail through a key, at no company (INV-5, KEY-2)', async () => {
    const phone = aPhone();
    const person = await aPerson(admin, { email: null, phones: [{ number: phone, type: 'mobile' }] });
    await signIn(test, phone, await pinOf(admin, person.id));
    const key = await keyWith(['contact:read', 'contact:write', 'customer:write', 'credential:send']);
    const elsewhere = await newCustomer(admin);
    const phones = [{ number: phone, type: 'mobile' }];
    const twin = await newContact(admin, elsewhere.id, { email: MINE, phones, linkByPhone: true });

    expect((await send(key, twin.id, LINK_MESSAGE)).body).toMatchObject(skippedAs('login_email_differs'));
    expect((await send(agent, twin.id, LINK_MESSAGE)).body.sent).toMatchObject([{ to: MINE }]);
  });

  it('promises in the preview nothing that sending refuses (S0.6, INV-5)', async () => {
    const person = await aPerson(admin);
    await signIn(test, person.email, await passwordOf(admin, person.id));
    await readdress(admin, person.id, MINE);
    const key = await keyWith(['contact:read', 'credential:send']);
    const promised = async (client: Client, draft: object) =>
      (await client.post('/credential-previews', { contactIds: [person.id], draft })).body.items[0]!;
    for (const client of [key, agent]) {
      const refused = (code: string) => ({ sendable: false, warnings: expect.arrayContaining([code]) });
      expect(await promised(client, LINK_MESSAGE)).toMatchObject(refused('login_email_differs'));
      const elsewhere = { ...LINK_MESSAGE, to: 'somebody.else@evil.example' };
      expect(await promised(client, elsewhere)).toMatchObject(refused('address_not_on_file'));
    }
    expect(await promised(admin, LINK_MESSAGE)).toMatchObject({ sendable: true });
    expect(await promised(admin, { ...LINK_MESSAGE, to: 'eva.private@home.example' })).toMatchObject({
      sendable: true,
    });
    expect((await send(admin, person.id, LINK_MESSAGE)).body.sent).toHaveLength(1);
  });

  it('still reaches somebody who never got in, at the address as it was put right (S4.10)', async () => {
    const person = await aPerson(admin);
    await send(agent, person.id, LINK_MESSAGE);
    await readdress(agent, person.id, 'eva.right@nordic.example');
    await test.db.query(`UPDATE notifications SET created_at = created_at - interval '61 seconds'`);
    expect((await send(agent, person.id, LINK_MESSAGE)).body.sent).toMatchObject([{ to: 'eva.right@nordic.example' }]);
  });
});
