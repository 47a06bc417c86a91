import { beforeAll, describe, expect, it } from 'vitest';
import { startApp, useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, askNobodyFirst, aPhone, passwordOf, pinOf, signIn, signInWith } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'admin')).client;
  await askNobodyFirst(test);
});

describe('POST /portal/sign-in with phone and PIN', () => {
  it('lets in with any spelling of the number (S0.1, S0.2, C2)', async () => {
    const phone = '+46701234567';
    const person = await aPerson(staff, { phones: [{ number: phone, type: 'mobile' }] });
    const pin = await pinOf(staff, person.id);
    for (const spelling of [phone, '0701-23 45 67', '0046 70 1234567', '070 123 45 67']) {
      const { answer, client } = await signIn(test, spelling, pin);
      expect(answer).toMatchObject({ status: 200, body: { next: 'home' } });
      expect((await client.get('/portal/session')).body).toMatchObject({
        name: 'Eva Lind',
        company: { contactId: person.id },
        method: 'pin',
      });
    }
  });

  it('is the same number for every company of a person: one installation serves one company, and no table asks which (S2.12)', async () => {
    const { id, phone, email } = await aPerson(staff);
    const pin = await pinOf(staff, id);
    const other = await newCustomer(staff);
    const there = await newContact(staff, other.id, { email, phones: [{ number: phone, type: 'mobile' }] });
    const { client, answer } = await signIn(test, phone, pin);
    expect(answer.body).toEqual({ next: 'choose_company' });
    const { items } = (await client.get('/portal/companies')).body as { items: { contactId: string }[] };
    expect(items.map(({ contactId }) => contactId).toSorted()).toEqual([id, there.id].toSorted());
    const tenants = `SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name ~ 'tenant|installation'`;
    expect(await rows(test.db, tenants)).toEqual([]);
  });

  it('gives every contact a PIN of its own, also on a shared phone (S0.2, S0.12)', async () => {
    const phone = aPhone();
    const customer = await newCustomer(staff);
    const of = (firstName: string) =>
      newContact(staff, customer.id, {
        firstName,
        email: `${firstName}@shared.example`,
        phones: [{ number: phone, type: 'mobile' }],
      });
    const [ann, bo] = [await of('ann'), await of('bo')];
    const pins = [await pinOf(staff, ann.id), await pinOf(staff, bo.id)];
    expect(pins[0]).not.toBe(pins[1]);
    expect(
      (await (await signIn(test, phone, pins[0] ?? '')).client.get('/portal/session')).body.company.contactId,
    ).toBe(ann.id);
    expect(
      (await (await signIn(test, phone, pins[1] ?? '')).client.get('/portal/session')).body.company.contactId,
    ).toBe(bo.id);
  });

  it('takes PINs as text of ASCII digits only (AUT-14)', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    const fullWidth = pin
      .split('')
      .map((digit) => String.fromCodePoint(0xff10 + Number(digit)))
      .join('');
    for (const wrong of [fullWidth, ` ${pin}`, `${Number(pin)}.0`])
      expect((await signIn(test, person.phone, wrong)).answer.status).toBe(401);
    expect((await signIn(test, person.phone, pin)).answer.status).toBe(200);
  });
});

describe('POST /portal/sign-in with e-mail and password', () => {
  it('lets in whatever the case of the address, and not whatever the case of the password (S3.2, C3, AUT-7)', async () => {
    const person = await aPerson(staff);
    await passwordOf(staff, person.id, { password: 'Gluehwein mit Zimt', mustChange: false });
    expect((await signIn(test, ` ${person.email.toUpperCase()} `, 'Gluehwein mit Zimt')).answer.status).toBe(200);
    expect((await signIn(test, person.email, 'gluehwein mit zimt')).answer.status).toBe(401);
  });

  it('tells passwords apart that differ after byte 72 (AUT-7)', async () => {
    const person = await aPerson(staff);
    const long = 'correct horse battery staple '.repeat(4).slice(0, 90);
    await passwordOf(staff, person.id, { password: `${long}a`, mustChange: false });
    expect((await signIn(test, person.email, `${long}b`)).answer.status).toBe(401);
    expect((await signIn(test, person.email, `${long}a`)).answer.status).toBe(200);
  });

  it('asks for a new password when staff set one, and opens nothing else before (REC-15)', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id, {});
    const { client, answer } = await signIn(test, person.email, password);
    expect(answer.body).toEqual({ next: 'set_password' });
    expect((await client.get('/portal/cases')).body.code).toBe('session.password_change_required');
    expect((await client.put('/portal/password', { newPassword: password })).body.code).toBe('password.weak');
    expect((await client.put('/portal/password', { newPassword: 'wolke sieben im regen' })).status).toBe(200);
    expect((await client.get('/portal/session')).body.mustChange).toBe(false);
    expect((await signIn(test, person.email, 'wolke sieben im regen')).answer.body).toEqual({ next: 'home' });
  });
});

describe('what does not work', () => {
  it('reads strings only, before any lookup (AUT-10)', async () => {
    const person = await aPerson(staff);
    const client = test.client();
    for (const wrong of [['a'], { a: 1 }, 1, true, null]) {
      expect((await client.post('/portal/sign-in', { identifier: wrong, secret: 'x' })).status).toBe(422);
      expect((await client.post('/portal/sign-in', { identifier: person.email, secret: wrong })).status).toBe(422);
    }
    expect(
      (await client.post('/portal/sign-in', { identifier: person.email, secret: 'x', email: 'other@x.example' }))
        .status,
    ).toBe(422);
    expect(
      await rows(
        test.db,
        `SELECT 1 FROM attempt_budgets b JOIN identities i ON i.id = b.identity_id WHERE i.email = $1`,
        [person.email],
      ),
    ).toHaveLength(0);
  });

  it('counts all spellings of one identifier together (AUT-2)', async () => {
    const person = await aPerson(staff);
    await passwordOf(staff, person.id);
    const spellings = [
      person.email,
      person.email.toUpperCase(),
      ` ${person.email}`,
      person.email.normalize('NFD'),
      `${person.email} `,
    ];
    for (const spelling of spellings)
      expect((await signIn(test, spelling, 'not the password')).answer.status).toBe(401);
    const [budget] = await rows<{ used: number }>(
      test.db,
      `SELECT used FROM attempt_budgets b JOIN identities i ON i.id = b.identity_id WHERE i.email = $1`,
      [person.email],
    );
    expect(budget?.used).toBe(5);
    expect((await signIn(test, person.email, 'not the password')).answer.body.waitSeconds).toBeGreaterThan(20);
  });

  it('keeps the owner in from a known device while the login is attacked, and a new device out (AUT-5, AUT-6)', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    const { client: known } = await signIn(test, person.phone, pin);
    const stranger = test.client();
    for (let guess = 0; guess < 8; guess += 1) await signInWith(stranger, person.phone, '000000');
    expect((await signIn(test, person.phone, pin)).answer.status).toBe(401);
    expect((await signInWith(known, person.phone, pin)).status).toBe(200);
    expect((await staff.get(`/contacts/${person.id}/access`)).body).toMatchObject({
      access: 'locked',
      locks: [{ kind: 'pin', isPaused: false }],
    });

    expect((await staff.post(`/contacts/${person.id}/lock/lift`, { reason: 'Rang and proved who it is' })).status).toBe(
      200,
    );
    expect((await signIn(test, person.phone, pin)).answer.status).toBe(200);
    expect((await staff.get(`/contacts/${person.id}/access`)).body).toMatchObject({ access: 'active', locks: [] });
  });

  it('tells the owner of a sign-in after five wrong tries, and writes down the truth without the identifier (D6, INV-4, D26)', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id);
    for (let guess = 0; guess < 5; guess += 1) await signIn(test, person.email, 'not the password');
    await rows(test.db, `UPDATE attempt_budgets SET next_at = now()`);
    expect((await signIn(test, person.email, password)).answer.status).toBe(200);
    const notices = await rows<{ notice: string }>(
      test.db,
      `SELECT data ->> 'notice' AS notice FROM notifications WHERE contact_id = $1 ORDER BY id`,
      [person.id],
    );
    expect(notices.map(({ notice }) => notice)).toEqual(['password_set_by_staff', 'sign_in_after_failures']);
    const events = await rows<{ detail: unknown }>(
      test.db,
      `SELECT detail FROM audit_events e JOIN identities i ON i.id = e.identity_id WHERE i.email = $1 AND action = 'sign_in.failed'`,
      [person.email],
    );
    expect(events).toHaveLength(5);
    expect(events[0]?.detail).toMatchObject({ reason: 'wrong', method: 'password' });
    expect(JSON.stringify(events)).not.toContain(person.email);
  });
});

describe('the last try', () => {
  it('is the fiftieth at a PIN: then only staff and known devices help (D6)', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    const { client: known } = await signIn(test, person.phone, pin);
    await signIn(test, person.phone, '000000');
    await rows(test.db, `UPDATE attempt_budgets SET used = 50, next_at = now() - interval '1 hour' WHERE kind = 'pin'`);
    expect((await signIn(test, person.phone, pin)).answer.body).toMatchObject({ status: 401, waitSeconds: 900 });
    expect((await signInWith(known, person.phone, pin)).status).toBe(200);
    expect((await staff.get(`/contacts/${person.id}/access`)).body.locks).toMatchObject([
      { kind: 'pin', isPaused: true },
    ]);
    await staff.post(`/contacts/${person.id}/lock/lift`, { reason: 'Rang and proved who it is' });
    expect((await signIn(test, person.phone, pin)).answer.status).toBe(200);
  });

  it('gives no known device to another person (AUT-5)', async () => {
    const [eva, ola] = [await aPerson(staff), await aPerson(staff)];
    const pin = await pinOf(staff, eva.id);
    const { client } = await signIn(test, ola.phone, await pinOf(staff, ola.id));
    for (let guess = 0; guess < 6; guess += 1) await signIn(test, eva.phone, '000000');
    expect((await signInWith(client, eva.phone, pin)).status).toBe(401);
  });
});

describe('a password hashed at another cost', () => {
  it('is hashed anew at the next sign-in (D22)', async () => {
    const person = await aPerson(staff);
    const password = await passwordOf(staff, person.id);
    const hash = async () =>
      (
        await rows<{ hash: string }>(
          test.db,
          `SELECT hash FROM credentials c JOIN identities i ON i.id = c.identity_id WHERE i.email = $1`,
          [person.email],
        )
      )[0]?.hash;
    expect(await hash()).toMatch(/^\$2b\$04\$/);
    const dearer = await startApp({ ...test.config, bcryptCost: 5 });
    try {
      expect((await signIn(dearer, person.email, password)).answer.status).toBe(200);
      expect(await hash()).toMatch(/^\$2b\$05\$/);
      expect((await signIn(test, person.email, password)).answer.status).toBe(200);
    } finally {
      await dearer.app.close();
    }
  });
});
