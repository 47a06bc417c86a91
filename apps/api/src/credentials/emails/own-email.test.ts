import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, filled, messagesAbout, passwordOf, pinOf, signIn } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { askedToken, mailed, ask as askReset } from '../../../test/resets.js';
import { signedInStaff } from '../../../test/staff.js';
import { first, rows } from '../../db/sql.js';

const test = useApp({ TRUSTED_PROXIES: '127.0.0.1' });
let staff: Client;
let count = 0;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'owner')).client;
});

/** Somebody with a password, signed in from a network of their own, and the address they want. */
async function aMember(fields: Record<string, unknown> = {}) {
  const person = await aPerson(staff, fields);
  const password = await passwordOf(staff, person.id);
  const { client } = await signIn(test, person.email, password);
  count += 1;
  client.headers['x-forwarded-for'] = `10.31.0.${count}`;
  return { ...person, client, password, wanted: `Eva.New${count}@nordic.example` };
}
type Member = Awaited<ReturnType<typeof aMember>>;

const askFor = ({ client, password }: Pick<Member, 'client' | 'password'>, email: string) =>
  client.post('/portal/email/codes', { email, currentPassword: password });
const confirm = (client: Client, code: string) => client.post('/portal/email/confirmations', { code });
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

const codeMessages = async (contactId: string) =>
  (await messagesAbout(test, contactId)).filter(({ kind }) => kind === 'email-code');

const KNOWN_DEVICES = `SELECT d.id FROM known_devices d JOIN contacts c ON c.identity_id = d.identity_id WHERE c.id = $1`;

/** What the newest mail with a code would be filled with. */
async function codeOf(contactId: string): Promise<string> {
  const last = (await codeMessages(contactId)).at(-1);
  const message = last ? await filled(test, last.id) : { cancelled: 'none' };
  return 'cancelled' in message ? message.cancelled : (message.values.code ?? '');
}

async function change(eva: Member): Promise<void> {
  expect((await askFor(eva, eva.wanted)).status).toBe(202);
  expect((await confirm(eva.client, await codeOf(eva.id))).status).toBe(200);
}

const getsIn = async (identifier: string, secret: string): Promise<boolean> =>
  (await signIn(test, identifier, secret)).answer.status === 200;
const noticesOf = async (contactId: string) =>
  (await messagesAbout(test, contactId))
    .filter(({ kind, data }) => kind === 'security-notice' && String(data['notice']).startsWith('login_email'))
    .map(({ to, data }) => ({ to, notice: data['notice'] }));
const loginOf = (contactId: string) =>
  first<{ email: string | null }>(
    test.db,
    `SELECT i.email FROM identities i JOIN contacts c ON c.identity_id = i.id WHERE c.id = $1`,
    [contactId],
  );

describe('the e-mail to sign in with, changed by the person (REC-16)', () => {
  it('is the new one once it is proven, is the old one until then, and both are told (REC-16, INV-1, MSG-6)', async () => {
    const eva = await aMember();
    const elsewhere = (await signIn(test, eva.email, eva.password)).client;
    expect(await rows(test.db, KNOWN_DEVICES, [eva.id])).toHaveLength(2);
    const sent = await askFor(eva, eva.wanted);
    expect(sent.status).toBe(202);
    expect(new Date(sent.body.expiresAt ?? '').getTime() - Date.now()).toBeLessThan(600_500);
    expect((await codeMessages(eva.id)).map(({ to }) => to)).toEqual([eva.wanted]);
    const code = await codeOf(eva.id);
    expect(code).toMatch(/^\d{6}$/);
    const stored = await rows(
      test.db,
      `SELECT to_jsonb(n) AS row FROM notifications n WHERE kind = 'email-code' UNION ALL SELECT to_jsonb(e) FROM email_changes e UNION ALL SELECT to_jsonb(a) FROM audit_events a WHERE action LIKE 'email.%'`,
    );
    expect(JSON.stringify(stored)).not.toContain(code);
    expect([await getsIn(eva.email, eva.password), await getsIn(eva.wanted, eva.password)]).toEqual([true, false]);

    expect((await confirm(eva.client, ` ${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
    expect(await rows(test.db, KNOWN_DEVICES, [eva.id])).toEqual([]);
    expect([await getsIn(eva.email, eva.password), await getsIn(eva.wanted, eva.password)]).toEqual([false, true]);
    expect((await eva.client.get('/portal/session')).body.email).toBe(eva.wanted);
    expect((await elsewhere.get('/portal/session')).status).toBe(401);
    expect(await noticesOf(eva.id)).toEqual([
      { to: eva.email, notice: 'login_email_left' },
      { to: eva.wanted, notice: 'login_email_taken_up' },
    ]);
    const { items } = (await staff.get(`/contacts/${eva.id}/activity`)).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['email.code_sent', 'email.changed', 'contact.changed']),
    );
    expect((await confirm(eva.client, code)).body.code).toBe('email.code_ended');
  });

  it('wants the own secret once more, another address than now, and codes are few (SES-6, AUT-6, MSG-7)', async () => {
    const eva = await aMember();
    const refused = async (body: object) => (await eva.client.post('/portal/email/codes', body)).body.code;
    expect(await refused({ email: eva.wanted })).toBe('password.wrong');
    expect(await refused({ email: eva.wanted, currentPassword: 'not this one' })).toBe('password.wrong');
    expect((await askFor(eva, eva.email.toUpperCase())).body.code).toBe('email.is_own');
    expect((await askFor(eva, 'a@x.example, b@x.example')).status).toBe(422);
    expect((await askFor({ ...eva, client: test.client() }, eva.wanted)).status).toBe(401);
    expect(await codeMessages(eva.id)).toEqual([]);
    const asked = [];
    for (let n = 0; n < 6; n += 1) asked.push((await askFor(eva, `${n}.${eva.wanted}`)).status);
    expect(asked).toEqual([202, 202, 202, 202, 202, 429]);
  });

  it('takes five tries, ten minutes and the newest code only, and of any number at once one gets through (REC-16, AUT-1)', async () => {
    const eva = await aMember();
    await askFor(eva, eva.wanted);
    const code = await codeOf(eva.id);
    const tries = await Promise.all(Array.from({ length: 8 }, () => confirm(eva.client, wrong(code))));
    expect(tries.filter(({ body }) => body.code === 'email.code_wrong')).toHaveLength(5);
    expect((await confirm(eva.client, code)).body.code).toBe('email.code_ended');

    await askFor(eva, eva.wanted);
    expect((await confirm(eva.client, code)).body.code).toBe('email.code_wrong');
    const newer = await codeOf(eva.id);
    await rows(test.db, `UPDATE email_changes SET expires_at = now() WHERE email = $1`, [eva.wanted]);
    expect((await confirm(eva.client, newer)).body.code).toBe('email.code_ended');
    expect(await codeOf(eva.id)).toContain('expired');

    await askFor(eva, eva.wanted);
    const newest = await codeOf(eva.id);
    const atOnce = await Promise.all(Array.from({ length: 4 }, () => confirm(eva.client, newest)));
    expect(atOnce.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await noticesOf(eva.id)).map(({ to }) => to)).toEqual([eva.email, eva.wanted]);
  });

  it('tells the asker nothing about an address that another login has, and its mailbox that nothing is to do (INV-4, INV-1)', async () => {
    const [eva, olle] = [await aMember(), await aMember()];
    const taken = await askFor(eva, olle.email);
    const [message] = await codeMessages(eva.id);
    const free = await askFor(eva, eva.wanted);
    const [, other] = await codeMessages(eva.id);
    expect([taken.status, Object.keys(taken.body)]).toEqual([free.status, Object.keys(free.body)]);
    expect(message).toMatchObject({ to: olle.email, subject: other?.subject });
    expect(message?.body).not.toContain('{{code}}');
    expect(message?.body).toContain('There is nothing to do');
    const recorded = await rows(
      test.db,
      `SELECT action, detail - 'email' AS detail FROM audit_events WHERE contact_id = $1 AND action LIKE 'email.%'`,
      [eva.id],
    );
    expect(recorded[0]).toEqual(recorded[1]);

    // Even who guessed the code that nobody was sent gets no further, and is told what all are told.
    await askFor(eva, olle.email);
    const guessed = await codeOf(eva.id);
    expect((await confirm(eva.client, guessed)).body.code).toBe('email.code_ended');
    expect([await loginOf(eva.id), await loginOf(olle.id)]).toEqual([{ email: eva.email }, { email: olle.email }]);
    expect(await getsIn(olle.email, olle.password)).toBe(true);
  });

  it('ends what was open before, and dies with a new password itself (REC-16, REC-2, REC-8)', async () => {
    const eva = await aMember();
    const token = await askedToken(test, eva.email);
    const opened = () => test.client().post('/portal/password-reset/view', { token });
    expect((await opened()).status).toBe(200);
    await change(eva);
    expect((await opened()).status).not.toBe(200);
    await rows(test.db, `UPDATE notifications SET created_at = now() - interval '2 hours'`);
    await askReset(test, eva.wanted);
    expect(await mailed(test, eva.wanted)).toHaveProperty('reset_link');

    const olle = await aMember();
    await askFor(olle, olle.wanted);
    const code = await codeOf(olle.id);
    const password = await passwordOf(staff, olle.id);
    const again = (await signIn(test, olle.email, password)).client;
    expect((await confirm(again, code)).body.code).toBe('email.code_ended');
    expect(await codeOf(olle.id)).toContain('expired');
    expect(await loginOf(olle.id)).toEqual({ email: olle.email });
  });

  it('goes on file where the old one stood, and stays away from where staff wrote another one (REC-16, S2.21)', async () => {
    const eva = await aMember();
    const [same, apart] = await Promise.all(
      ['Same', 'Apart'].map(async (name) =>
        newContact(staff, (await newCustomer(staff, { name: `${name} ${count}` })).id, { firstName: 'Eva' }),
      ),
    );
    await rows(
      test.db,
      `UPDATE contacts SET identity_id = (SELECT identity_id FROM contacts WHERE id = $1), email = CASE id WHEN $2 THEN $4 ELSE 'desk@nordic.example' END, email_key = CASE id WHEN $2 THEN $4 ELSE 'desk@nordic.example' END WHERE id IN ($2, $3)`,
      [eva.id, same?.id, apart?.id, eva.email],
    );
    await change(eva);
    const emails = await Promise.all(
      [eva.id, same?.id, apart?.id].map(async (id) => (await staff.get(`/contacts/${id}`)).body.email),
    );
    expect(emails).toEqual([eva.wanted, eva.wanted, 'desk@nordic.example']);
  });

  it('is the first one of somebody who signs in with a PIN (REC-16, SES-6)', async () => {
    const eva = await aPerson(staff, { email: null });
    const pin = await pinOf(staff, eva.id);
    const { client } = await signIn(test, eva.phone, pin);
    const email = `first${count}@nordic.example`;
    expect((await client.post('/portal/email/codes', { email, currentPin: '0' })).body.code).toBe('pin.wrong');
    expect((await client.post('/portal/email/codes', { email, currentPin: pin })).status).toBe(202);
    expect((await confirm(client, await codeOf(eva.id))).status).toBe(200);
    expect([await loginOf(eva.id), await noticesOf(eva.id)]).toEqual([
      { email },
      [{ to: email, notice: 'login_email_taken_up' }],
    ]);
    expect(await getsIn(eva.phone, pin)).toBe(true);
    expect((await staff.get(`/contacts/${eva.id}`)).body.email).toBe(email);
  });
});
