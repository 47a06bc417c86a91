import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, askNobodyFirst, messagesAbout, passwordOf, pinOf, sentToken, signIn } from '../../../test/logins.js';
import { newContact, newCustomer } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  await askNobodyFirst(test);
  staff = (await signedInStaff(test, 'agent')).client;
});

const set = (contactId: string, body: object = {}) => staff.put(`/contacts/${contactId}/password`, body);

describe('PUT /contacts/:id/password', () => {
  it('shows the password once, names the companies it is for, and later only that one is set (S2.5, S3.9, S3.11, A6)', async () => {
    const person = await aPerson(staff);
    const other = await newCustomer(staff, { name: 'Svea Bygg' });
    await pinOf(staff, person.id);
    const second = await newContact(staff, other.id, { firstName: 'Eva', email: person.email });

    const answer = await set(person.id);
    expect(answer).toMatchObject({
      status: 200,
      body: { mustChange: true, loginId: person.email, notified: person.email },
    });
    expect(answer.body.companies.map((one: { contactId: string }) => one.contactId).toSorted()).toEqual(
      [person.id, second.id].toSorted(),
    );
    const access = (await staff.get(`/contacts/${second.id}/access`)).body;
    expect(access).toMatchObject({ access: 'invited', password: { setBy: 'staff', mustChange: true } });
    const everything = await rows(
      test.db,
      `SELECT (SELECT json_agg(a) FROM audit_events a)::text, (SELECT json_agg(n) FROM notifications n)::text, (SELECT json_agg(c.hash) FROM credentials c)::text, (SELECT json_agg(k) FROM idempotency_keys k)::text`,
    );
    expect(JSON.stringify([access, everything])).not.toContain(answer.body.password);
  });

  it('is one password at two customers: a change at one is a change at both (S3.6, S3.16, INV-2)', async () => {
    const person = await aPerson(staff);
    const old = await passwordOf(staff, person.id);
    const second = await newContact(staff, (await newCustomer(staff)).id, { firstName: 'Eva', email: person.email });
    const fresh = await passwordOf(staff, second.id);
    expect((await signIn(test, person.email, old)).answer.status).toBe(401);
    const { client } = await signIn(test, person.email, fresh);
    expect((await client.get('/portal/companies')).body.items).toHaveLength(2);
    expect(
      await rows(
        test.db,
        `SELECT 1 FROM credentials c JOIN identities i ON i.id = c.identity_id WHERE i.email = $1 AND c.kind = 'password'`,
        [person.email],
      ),
    ).toHaveLength(1);
  });

  it('ends sessions, known devices and open links, lifts the wait, and tells the person without the password (REC-2, REC-8, REC-15)', async () => {
    const person = await aPerson(staff);
    const old = await passwordOf(staff, person.id);
    const { client } = await signIn(test, person.email, old);
    const token = await sentToken(test, staff, person.id);
    for (let guess = 0; guess < 6; guess += 1) await signIn(test, person.email, 'not the password');

    const fresh = await passwordOf(staff, person.id);
    expect((await client.get('/portal/session')).status).toBe(401);
    expect(
      await rows(
        test.db,
        `SELECT 1 FROM known_devices d JOIN identities i ON i.id = d.identity_id WHERE i.email = $1`,
        [person.email],
      ),
    ).toEqual([]);
    expect((await test.client().post('/portal/activation/view', { token })).body.code).toBe('link.revoked');
    expect((await signIn(test, person.email, fresh)).answer.status).toBe(200);
    const notices = (await messagesAbout(test, person.id)).filter(({ kind }) => kind === 'security-notice');
    expect(notices).toHaveLength(2);
    expect(notices[1]).toMatchObject({ to: person.email, data: { notice: 'password_set_by_staff' } });
    expect((await staff.get(`/contacts/${person.id}/access`)).body.deliveries[0]!.kind).toBe('security-notice');
  });

  it('takes a typed password when it is strong, and says why not otherwise (AUT-7, AUT-8)', async () => {
    const person = await aPerson(staff);
    expect((await set(person.id, { password: 'korta' })).body).toMatchObject({
      status: 422,
      code: 'password.weak',
      reason: 'too_short',
    });
    expect((await set(person.id, { password: 'passwordpassword' })).body.code).toBe('password.weak');
    expect((await set(person.id, { password: `${person.email} 77` })).body.reason).toBe('contains_own_data');
    expect((await set(person.id, { password: 'vinter 🎿 på fjället', mustChange: false })).status).toBe(200);
    expect((await signIn(test, person.email, 'vinter 🎿 på fjället')).answer.body).toEqual({ next: 'home' });
  });

  it('needs an e-mail to sign in with, a portal user and the permission', async () => {
    const person = await aPerson(staff);
    const phoneOnly = await newContact(staff, person.customerId, {
      firstName: 'Ola',
      phones: [{ number: '+46701749998' }],
    });
    expect((await set(phoneOnly.id)).body.code).toBe('contact.no_email');
    expect(
      await rows(test.db, `SELECT 1 FROM contacts WHERE id = $1 AND identity_id IS NOT NULL`, [phoneOnly.id]),
    ).toEqual([]);
    expect((await (await signedInStaff(test, 'viewer')).client.put(`/contacts/${person.id}/password`, {})).status).toBe(
      403,
    );
    expect((await test.client().put(`/contacts/${person.id}/password`, {})).status).toBe(401);
    expect((await set('01900000-0000-7000-8000-00000000dead')).status).toBe(404);
    expect((await set(person.id, { password: 7 })).status).toBe(422);
  });
});
