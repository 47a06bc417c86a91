import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aMinuteLater, aPerson, messagesAbout, passwordOf, pinOf, sentToken, signIn } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
});

const PASSWORD = 'nordisk sommar 31';
const view = (token: string) => test.client().post('/portal/activation/view', { token });
const open = (token: string) => test.client().post('/portal/activation/open', { token });
const accept = (body: object, client = test.client()) => client.post('/portal/activation/accept', body);

describe('POST /portal/activation/view', () => {
  it('names the company, the inviter and the logins, and changes nothing however often it is seen (C1, INV-9, REC-5)', async () => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    const state = () => rows(test.db, `SELECT v::text, (SELECT count(*) FROM sessions) FROM invitations v`);
    const before = await state();
    for (let look = 0; look < 3; look += 1) {
      expect((await view(token)).body).toMatchObject({
        company: 'Latchkey',
        name: 'Eva Lind',
        loginIds: [person.email, person.phone],
        hasPassword: false,
        hasPin: false,
        minPasswordLength: 10,
      });
    }
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect((await fetch(`${test.origin}/api/v1/portal/activation/accept`, { method })).status).toBeGreaterThanOrEqual(
        400,
      );
    expect(await state()).toEqual(before);
    expect((await accept({ token, password: PASSWORD })).status).toBe(200);
  });

  it('says to whoever holds the link why it does not work, and nothing to anybody else (S4.11, D7, REC-12)', async () => {
    const dead = async (end: (person: { id: string; customerId: string }, token: string) => Promise<unknown>) => {
      const person = await aPerson(staff);
      const token = await sentToken(test, staff, person.id);
      await end(person, token);
      const answers = [await view(token), await accept({ token, password: PASSWORD }), await open(token)];
      expect(answers.map(({ status }) => status)).toEqual([410, 410, 410]);
      return new Set(answers.map(({ body }) => body.code));
    };
    const expire = ({ id }: { id: string }) =>
      rows(test.db, `UPDATE invitations SET expires_at = now() WHERE contact_id = $1`, [id]);
    expect(await dead((_, token) => accept({ token, password: PASSWORD }))).toEqual(new Set(['link.used']));
    expect(await dead(({ id }) => staff.post(`/contacts/${id}/invitations/revoke`))).toEqual(new Set(['link.revoked']));
    expect(await dead(expire)).toEqual(new Set(['link.expired']));
    // For good: whoever opens the contact or the customer again invites again.
    const closeAndOpen = async (path: string) => {
      for (const act of ['deactivate', 'reactivate']) expect((await staff.post(`${path}/${act}`)).status).toBe(200);
    };
    expect(await dead(({ id }) => closeAndOpen(`/contacts/${id}`))).toEqual(new Set(['link.revoked']));
    expect(await dead(({ customerId }) => closeAndOpen(`/customers/${customerId}`))).toEqual(new Set(['link.revoked']));
    expect((await view('a'.repeat(43))).body).toMatchObject({ status: 410, code: 'link.invalid' });
  });

  it('says when the newer one was sent (S4.11)', async () => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    await aMinuteLater(test, person.id);
    const newer = await sentToken(test, staff, person.id);
    const [made] = await rows<{ at: Date }>(
      test.db,
      `SELECT max(created_at) AS at FROM invitations WHERE contact_id = $1`,
      [person.id],
    );
    expect((await view(token)).body).toMatchObject({ code: 'link.replaced', sentAt: made?.at.toISOString() });
    expect((await view(newer)).status).toBe(200);
  });
});

describe('POST /portal/activation/ask', () => {
  const ask = (token: string) => test.client().post('/portal/activation/ask', { token });
  const cards = async (contactId: string) => (await staff.get(`/access-requests?contactId=${contactId}`)).body.items;

  it('becomes one card for staff, and answers every token the same (S4.6, S4.9, INV-4)', async () => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    await staff.post(`/contacts/${person.id}/invitations/revoke`);
    const answers = [await ask(token), await ask(token), await ask('a'.repeat(43))];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(answers.map(() => [202, { done: true }]));
    expect(await cards(person.id)).toMatchObject([{ kind: 'new_invitation', times: 2 }]);
  });

  it.each([
    ['closed and opened again', 'deactivate'],
    ['no portal user for a while', { isPortalUser: false }],
  ])('is dead for good when the contact was %s (REC-12)', async (_, change) => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    const set = async (body: object) => {
      const { version } = (await staff.get(`/contacts/${person.id}`)).body;
      await staff.patch(`/contacts/${person.id}`, body, { 'if-match': `"${version}"` });
    };
    await (typeof change === 'string' ? staff.post(`/contacts/${person.id}/${change}`) : set(change));
    await staff.post(`/contacts/${person.id}/reactivate`);
    await set({ isPortalUser: true });
    expect((await view(token)).body.code).toBe('link.revoked');
    expect((await staff.get(`/contacts/${person.id}`)).body).toMatchObject({ access: 'none', invitation: 'revoked' });
  });

  it('does nothing with a link that let somebody in (REC-12)', async () => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    await accept({ token, password: PASSWORD });
    await ask(token);
    expect(await cards(person.id)).toEqual([]);
  });

  it('tells a network that has asked enough when to ask again, whatever the token is (INV-4, D7)', async () => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    await staff.post(`/contacts/${person.id}/invitations/revoke`);
    for (let n = 0; n < 10; n += 1) await ask('b'.repeat(43));
    const answers = [await ask(token), await ask('c'.repeat(43))];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [429, 'access_request.too_many']),
    );
    expect(await cards(person.id)).toEqual([]);
  });
});

describe('POST /portal/activation/accept', () => {
  it('keeps the language it was read in, where the person has chosen none (C1)', async () => {
    const person = await aPerson(staff, { language: 'sv' });
    const languageAfter = async (chosen: object) => {
      const client = test.client();
      await accept({ token: await sentToken(test, staff, person.id), ...chosen }, client);
      return (await client.get('/portal/session')).body['language'];
    };
    expect(await languageAfter({ password: PASSWORD, language: 'en' })).toBe('en');
    await aMinuteLater(test, person.id);
    expect(await languageAfter({ keepPin: true, language: 'de' })).toBe('en');
  });

  it('sets the first password, signs in at that company, and says so to staff and the person (C1, REC-13)', async () => {
    const person = await aPerson(staff);
    await newContact(staff, (await newCustomer(staff)).id, { firstName: 'Eva', email: person.email });
    const token = await sentToken(test, staff, person.id);
    const client = test.client();
    expect((await accept({ token, password: PASSWORD }, client)).body).toEqual({ next: 'home', pin: null });
    expect((await client.get('/portal/session')).body).toMatchObject({
      company: { contactId: person.id },
      method: 'link',
      hasPassword: true,
    });
    expect((await signIn(test, person.email, PASSWORD)).answer.status).toBe(200);
    const access = (await staff.get(`/contacts/${person.id}/access`)).body;
    expect(access).toMatchObject({
      access: 'active',
      password: { setBy: 'contact', mustChange: false },
      invitation: 'accepted',
      invitations: [{ state: 'accepted' }],
    });
    expect(access.deliveries.at(-1)!.events.at(-1)!.event).toBe('used');
    expect((await messagesAbout(test, person.id)).map(({ data }) => data.notice)).toContain('login_activated');
  });

  it('lets one of fifty in (REC-4)', async () => {
    const person = await aPerson(staff);
    await pinOf(staff, person.id);
    const token = await sentToken(test, staff, person.id);
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept({ token, keepPin: true })));
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200,
      ...Array.from({ length: 49 }, () => 410),
    ]);
  });

  it('keeps a PIN, and asks for a password where there is nothing to keep', async () => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    expect((await accept({ token, keepPin: true })).status).toBe(422);
    const pin = await pinOf(staff, person.id);
    expect((await accept({ token, keepPin: true })).body).toEqual({ next: 'home', pin: null });
    expect((await signIn(test, person.phone, pin)).answer.status).toBe(200);
  });

  it('does not use the link up when the password is weak', async () => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    expect((await accept({ token, password: 'password12' })).body.code).toBe('password.weak');
    expect((await accept({ token, password: PASSWORD })).status).toBe(200);
  });

  it("never turns an open session into another person's (REC-13)", async () => {
    const [ola, eva] = [await aPerson(staff), await aPerson(staff)];
    const { client } = await signIn(test, ola.phone, await pinOf(staff, ola.id));
    const before = new Map(client.cookies);
    const token = await sentToken(test, staff, eva.id);
    await accept({ token, password: PASSWORD }, client);
    expect((await client.get('/portal/session')).body).toMatchObject({ email: eva.email });
    const stolen = test.client();
    for (const [name, value] of before) stolen.cookies.set(name, value);
    expect((await stolen.get('/portal/session')).status).toBe(401);
    expect((await signIn(test, ola.email, PASSWORD)).answer.status).toBe(401);
  });

  it('dies when the secret changes meanwhile (REC-2)', async () => {
    const person = await aPerson(staff);
    const token = await sentToken(test, staff, person.id);
    await passwordOf(staff, person.id);
    expect((await accept({ token, password: PASSWORD })).body.code).toBe('link.revoked');
  });

  it('takes either a password or keepPin, as text', async () => {
    for (const body of [
      {},
      { token: 'a'.repeat(43) },
      { token: 'a'.repeat(43), password: PASSWORD, keepPin: true },
      { token: ['a'.repeat(43)], keepPin: true },
    ]) {
      expect((await accept(body)).status).toBe(422);
    }
  });
});
