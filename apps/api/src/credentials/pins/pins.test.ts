import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../test/app.js';
import type { Client } from '../../../test/client.js';
import { aPerson, pinOf, signIn } from '../../../test/logins.js';
import { newContact } from '../../../test/people.js';
import { signedInStaff } from '../../../test/staff.js';
import { rows } from '../../db/sql.js';

const test = useApp();
let staff: Client;

beforeAll(async () => {
  staff = (await signedInStaff(test, 'agent')).client;
});

const pinFacts = async (contactId: string) => (await staff.get(`/contacts/${contactId}/access`)).body.pin;
const reveal = (contactId: string, client = staff) =>
  client.post(`/contacts/${contactId}/pin/reveal`, { reason: 'On the phone with her' });

describe('POST /contacts/:id/pin', () => {
  it('shows a new PIN once, and stores neither it nor a word of it in the open (S0.9, INV-10)', async () => {
    const person = await aPerson(staff);
    const answer = await staff.post(`/contacts/${person.id}/pin`);
    expect(answer).toMatchObject({ status: 200, body: { state: 'active', loginIds: [person.phone] } });
    expect(answer.body.pin).toMatch(/^\d{6}$/);
    expect((await staff.get(`/contacts/${person.id}/access`)).body).toMatchObject({
      access: 'invited',
      pin: { active: { state: 'readable', length: 6, setBy: 'staff' }, pending: null },
    });
    const stored = await rows(test.db, `SELECT hash, encode(sealed, 'escape') AS sealed FROM credentials`);
    const events = (await rows(test.db, `SELECT action, detail FROM audit_events WHERE contact_id = $1`, [
      person.id,
    ])) as { action: string }[];
    expect(JSON.stringify([stored, events])).not.toContain(answer.body.pin);
    expect(events.map(({ action }) => action)).toContain('pin.issued');
  });

  it('keeps the PIN in use working until the new one is used (INV-3, D3)', async () => {
    const person = await aPerson(staff);
    const old = await pinOf(staff, person.id);
    const { client } = await signIn(test, person.phone, old);
    const answer = await staff.post(`/contacts/${person.id}/pin`);
    expect(answer.body.state).toBe('pending');
    expect((await client.get('/portal/session')).status).toBe(200);

    expect((await signIn(test, person.phone, answer.body.pin)).answer.status).toBe(200);
    expect((await signIn(test, person.phone, old)).answer.status).toBe(401);
    expect((await client.get('/portal/session')).status).toBe(401);
    expect(await pinFacts(person.id)).toMatchObject({ active: { state: 'in_use' }, pending: null });
  });

  it('drops the new PIN when the old one is used again (D3, REC-1)', async () => {
    const person = await aPerson(staff);
    const old = await pinOf(staff, person.id);
    const fresh = await pinOf(staff, person.id);
    expect((await signIn(test, person.phone, old)).answer.status).toBe(200);
    expect((await signIn(test, person.phone, fresh)).answer.status).toBe(401);
    expect(await pinFacts(person.id)).toMatchObject({ active: { state: 'in_use' }, pending: null });
  });

  it('is a way out of a lock (D6)', async () => {
    const person = await aPerson(staff);
    await pinOf(staff, person.id);
    for (let guess = 0; guess < 6; guess += 1) await signIn(test, person.phone, '000000');
    const fresh = await pinOf(staff, person.id);
    expect((await signIn(test, person.phone, fresh)).answer.status).toBe(200);
  });

  it('says what is missing: a phone, a portal user, an active contact (S0.11, S3.3)', async () => {
    const person = await aPerson(staff);
    const noPhone = await newContact(staff, person.customerId, { firstName: 'Ola', email: 'ola@nordic.example' });
    expect((await staff.post(`/contacts/${noPhone.id}/pin`)).body.code).toBe('contact.no_login_id');
    const office = await newContact(staff, person.customerId, {
      firstName: 'Kim',
      phones: [{ number: '+4687654321', type: 'office', extension: '12' }],
    });
    expect((await staff.post(`/contacts/${office.id}/pin`)).body.code).toBe('contact.no_login_id');
    const guest = await newContact(staff, person.customerId, {
      firstName: 'Per',
      phones: [{ number: '+46701749999' }],
      isPortalUser: false,
    });
    expect((await staff.post(`/contacts/${guest.id}/pin`)).body.code).toBe('contact.not_portal_user');
    await staff.post(`/contacts/${person.id}/deactivate`);
    expect((await staff.post(`/contacts/${person.id}/pin`)).body.code).toBe('contact.inactive');
  });

  it('refuses viewers, nobody and unknown contacts', async () => {
    const person = await aPerson(staff);
    const viewer = await signedInStaff(test, 'viewer');
    expect((await viewer.client.post(`/contacts/${person.id}/pin`)).body).toMatchObject({
      status: 403,
      missing: 'credential:set',
    });
    expect((await test.client().post(`/contacts/${person.id}/pin`)).status).toBe(401);
    expect((await staff.post('/contacts/01900000-0000-7000-8000-00000000dead/pin')).status).toBe(404);
    expect((await staff.post('/contacts/nonsense/pin')).status).toBe(400);
  });
});

describe('POST /contacts/:id/pin/reveal', () => {
  it('shows a PIN nobody used yet and writes down who, whose and why, not the PIN (S0.3, D1, INV-10)', async () => {
    const person = await aPerson(staff);
    const pin = await pinOf(staff, person.id);
    expect((await reveal(person.id)).body).toMatchObject({ pin, state: 'active' });
    const [event] = await rows<{ detail: { reason: string } }>(
      test.db,
      `SELECT detail, actor_name FROM audit_events WHERE contact_id = $1 AND action = 'pin.revealed'`,
      [person.id],
    );
    expect(event?.detail).toEqual({ reason: 'On the phone with her' });
  });

  it('shows nothing once it was used, or after the readable days (D1)', async () => {
    const used = await aPerson(staff);
    await signIn(test, used.phone, await pinOf(staff, used.id));
    expect((await reveal(used.id)).body.code).toBe('pin.not_readable');
    expect(
      await rows(
        test.db,
        `SELECT 1 FROM credentials c JOIN identities i ON i.id = c.identity_id WHERE i.email = $1 AND sealed IS NOT NULL`,
        [used.email],
      ),
    ).toEqual([]);
    const late = await aPerson(staff);
    const pin = await pinOf(staff, late.id);
    await rows(test.db, `UPDATE credentials SET readable_until = now() - interval '1 second'`);
    expect((await reveal(late.id)).body.code).toBe('pin.not_readable');
    expect((await signIn(test, late.phone, pin)).answer.status).toBe(200);
  });

  it('needs a reason, the permission and a password proven within 15 minutes (SES-6)', async () => {
    const person = await aPerson(staff);
    await pinOf(staff, person.id);
    expect((await staff.post(`/contacts/${person.id}/pin/reveal`, {})).status).toBe(422);
    expect((await reveal(person.id, (await signedInStaff(test, 'viewer')).client)).body.missing).toBe('pin:reveal');
    const old = await signedInStaff(test, 'agent');
    await rows(test.db, `UPDATE sessions SET authenticated_at = now() - interval '16 minutes' WHERE staff_id = $1`, [
      old.id,
    ]);
    expect((await reveal(person.id, old.client)).body.code).toBe('session.reauthentication_required');
  });

  it('ends at 30 within an hour (D1)', async () => {
    const person = await aPerson(staff);
    await pinOf(staff, person.id);
    const { client } = await signedInStaff(test, 'agent');
    const answers = await Promise.all(Array.from({ length: 33 }, () => reveal(person.id, client)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(answers.find(({ status }) => status === 429)?.body.code).toBe('pin.reveal_limit');
  });
});
